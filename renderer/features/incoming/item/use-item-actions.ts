import { useState } from 'react';
import type { IncomingAction } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import type { IncomingFields } from '../../../../shared/features/incoming.ts';
import { AppError } from '../../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../../app/api.ts';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';

/** What the last step came to, said until the next one. */
export interface ItemNotice {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  /** For the person to act on: an estimated deadline, a second rejection. */
  readonly hints: readonly string[];
  readonly undoable: boolean;
}

export function faultsOf(error: unknown): FlowFaults {
  return {
    message: messageOf(error),
    fields: error instanceof AppError ? (error.fields ?? {}) : {},
  };
}

/** Takes steps on one item and tells what came of them; nothing is thrown. */
export function useItemActions(item: IncomingDetail) {
  const [notice, setNotice] = useState<ItemNotice | null>(null);
  const [busy, setBusy] = useState(false);
  const target = { id: item.id, rowVersion: item.rowVersion };
  const refuse = (error: unknown): void =>
    setNotice({ tone: 'refused', text: messageOf(error), hints: [], undoable: false });

  /** Null when it is done. */
  const act = async (action: IncomingAction, fields: IncomingFields): Promise<FlowFaults | null> => {
    const row = item.actions.find((one) => one.action === action);
    setBusy(true);
    try {
      const { hints, summary } = await api.incoming.act({ ...target, action, fields });
      setNotice({ tone: 'done', text: summary, hints, undoable: row?.undoable ?? false });
      return null;
    } catch (error) {
      return faultsOf(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    notice,
    busy,
    clearNotice: () => setNotice(null),
    act,
    /** A step without a form: a refusal is told in the notice. */
    actNow: async (action: IncomingAction, fields: IncomingFields = {}): Promise<boolean> => {
      const faults = await act(action, fields);
      if (faults !== null) {
        setNotice({ tone: 'refused', text: faults.message, hints: [], undoable: false });
      }
      return faults === null;
    },
    undo: async (): Promise<void> => {
      setBusy(true);
      try {
        const { label } = await api.incoming.undo(target);
        setNotice({
          tone: 'done',
          text: `已撤销“${label}”，恢复到这一步之前的样子。`,
          hints: [],
          undoable: false,
        });
      } catch (error) {
        refuse(error);
      } finally {
        setBusy(false);
      }
    },
    /** Any other command of the item. */
    attempt: async (work: () => Promise<string>): Promise<boolean> => {
      try {
        setNotice({ tone: 'done', text: await work(), hints: [], undoable: false });
        return true;
      } catch (error) {
        refuse(error);
        return false;
      }
    },
  };
}
export type ItemActions = ReturnType<typeof useItemActions>;
