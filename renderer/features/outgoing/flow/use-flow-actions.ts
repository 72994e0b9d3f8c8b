import { useState } from 'react';
import { OUTGOING_STATE_NAMES } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingAction } from '../../../../shared/domain/flow-outgoing.ts';
import type { OutgoingFactsInput, OutgoingFields } from '../../../../shared/features/outgoing-process.ts';
import { AppError } from '../../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../../app/api.ts';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import type { OpenDocument } from '../editor/use-open-document.ts';

/** What the last step came to, said until the next one. */
export interface FlowNotice {
  readonly tone: 'done' | 'refused';
  readonly text: string;
  readonly hints: readonly string[];
}

function faultsOf(error: unknown): FlowFaults {
  return { message: messageOf(error), fields: error instanceof AppError ? (error.fields ?? {}) : {} };
}

const UNSAVED = '还有内容没有保存成功，请先处理下方状态栏提示的问题。';

/** Takes steps on the open document, always with what is on the screen saved first; nothing is thrown. */
export function useFlowActions({ detail, autosave, reload }: OpenDocument) {
  const [notice, setNotice] = useState<FlowNotice | null>(null);
  const [busy, setBusy] = useState(false);
  const { id } = detail;

  /** Null when it is done. */
  const run = async (work: (rowVersion: number) => Promise<FlowNotice>): Promise<FlowFaults | null> => {
    setBusy(true);
    try {
      if (!(await autosave.flush())) return { message: UNSAVED, fields: {} };
      const told = await work(autosave.rowVersion());
      await reload();
      setNotice(told);
      return null;
    } catch (error) {
      return faultsOf(error);
    } finally {
      setBusy(false);
    }
  };
  const act = (action: OutgoingAction, fields: OutgoingFields): Promise<FlowFaults | null> =>
    run(async (rowVersion) => {
      const label = detail.actions.find((one) => one.action === action)?.label ?? '';
      const { state, documentNumber, hints } = await api.outgoing.act({ id, rowVersion, action, fields });
      const number = action === 'assignNumber' ? `：${documentNumber}` : '';
      return { tone: 'done', text: `${label}${number}。现在是“${OUTGOING_STATE_NAMES[state]}”。`, hints };
    });
  return {
    notice,
    busy,
    clearNotice: () => setNotice(null),
    act,
    /** A step without a form: a refusal is told in the notice. */
    actNow: async (action: OutgoingAction, fields: OutgoingFields = {}): Promise<boolean> => {
      const faults = await act(action, fields);
      if (faults !== null) setNotice({ tone: 'refused', text: faults.message, hints: [] });
      return faults === null;
    },
    undo: async (): Promise<void> => {
      const faults = await run(async (rowVersion) => {
        const { label, state } = await api.outgoing.undo({ id, rowVersion });
        return {
          tone: 'done',
          text: `已撤销“${label}”，回到“${OUTGOING_STATE_NAMES[state]}”。`,
          hints: [],
        };
      });
      if (faults !== null) setNotice({ tone: 'refused', text: faults.message, hints: [] });
    },
    saveFacts: (facts: OutgoingFactsInput): Promise<FlowFaults | null> =>
      run(async (rowVersion) => {
        await api.outgoing.saveFacts({ id, rowVersion, facts });
        return { tone: 'done', text: '登记信息已保存。', hints: [] };
      }),
  };
}
export type FlowActions = ReturnType<typeof useFlowActions>;
