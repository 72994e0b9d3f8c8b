import { useState } from 'react';
import type { MatterAction } from '../../../../shared/domain/flow-matter.ts';
import type { MatterDetail, MatterFields } from '../../../../shared/features/matter.ts';
import { api, messageOf } from '../../../app/api.ts';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { faultsOf } from '../../incoming/item/use-item-actions.ts';
import type { ItemNotice } from '../../incoming/item/use-item-actions.ts';

/** Takes steps on one 承办件 and tells what came of them; nothing is thrown. */
export function useMatterActions(item: MatterDetail) {
  const [notice, setNotice] = useState<ItemNotice | null>(null);
  const [busy, setBusy] = useState(false);
  const target = { id: item.id, rowVersion: item.rowVersion };
  const say = (
    tone: ItemNotice['tone'],
    text: string,
    rest: Partial<Pick<ItemNotice, 'hints' | 'undoable'>> = {},
  ): void => setNotice({ tone, text, hints: [], undoable: false, ...rest });
  return {
    notice,
    busy,
    clearNotice: () => setNotice(null),
    /** Null when it is done. */
    act: async (action: MatterAction, fields: MatterFields): Promise<FlowFaults | null> => {
      const row = item.actions.find((one) => one.action === action);
      setBusy(true);
      try {
        const { hints } = await api.matter.act({ ...target, action, fields });
        say('done', `已完成“${row?.label ?? '办理'}”。`, { hints, undoable: row?.undoable ?? false });
        return null;
      } catch (error) {
        return faultsOf(error);
      } finally {
        setBusy(false);
      }
    },
    undo: async (): Promise<void> => {
      setBusy(true);
      try {
        const { label } = await api.matter.undo(target);
        say('done', `已撤销“${label}”，恢复到这一步之前的样子。`);
      } catch (error) {
        say('refused', messageOf(error));
      } finally {
        setBusy(false);
      }
    },
    /** Any other command of the item. */
    attempt: async (work: () => Promise<string>): Promise<boolean> => {
      try {
        say('done', await work());
        return true;
      } catch (error) {
        say('refused', messageOf(error));
        return false;
      }
    },
  };
}
export type MatterActions = ReturnType<typeof useMatterActions>;
