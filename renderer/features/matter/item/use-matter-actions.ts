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
  const say = (tone: ItemNotice['tone'], text: string, hints: readonly string[] = []): void =>
    setNotice({ tone, text, hints, undoable: false });
  return {
    notice,
    busy,
    clearNotice: () => setNotice(null),
    /** Null when it is done. */
    act: async (action: MatterAction, fields: MatterFields): Promise<FlowFaults | null> => {
      const label = item.actions.find((one) => one.action === action)?.label ?? '办理';
      setBusy(true);
      try {
        const { hints } = await api.matter.act({ id: item.id, rowVersion: item.rowVersion, action, fields });
        say('done', `已完成“${label}”。`, hints);
        return null;
      } catch (error) {
        return faultsOf(error);
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
