import { useState } from 'react';
import { App } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import type { Genre } from '../../../shared/gongwen/model.ts';
import { api, messageOf } from '../../app/api.ts';
import type { ReplyTo } from './NewDocumentDialog.tsx';

interface ImportFaults {
  readonly fileName: string;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

/** What can be done to an item from the list; every failure is told, none is thrown. */
export function useOutgoingActions() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [importFaults, setImportFaults] = useState<ImportFaults | null>(null);

  /** Runs one command; false when it was refused and the person has been told. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      message.error(messageOf(error));
      return false;
    }
  };
  const open = async (id: string): Promise<void> => {
    await navigate({ to: '/outgoing/$id', params: { id } });
  };

  return {
    importFaults,
    closeImportFaults: () => setImportFaults(null),
    create: (genre: Genre, templateId?: string, replyTo?: ReplyTo) =>
      attempt(async () => {
        const input = {
          genre,
          ...(templateId === undefined ? {} : { templateId }),
          ...(replyTo === undefined ? {} : { replyTo }),
        };
        await open((await api.outgoing.create(input)).id);
      }),
    copy: (row: Pick<OutgoingRow, 'id' | 'genre'>) =>
      attempt(async () => {
        const { id } = await api.outgoing.create({ genre: row.genre, copyOf: row.id });
        message.success('已复制为新件，发文字号和日期请重新填写。');
        await open(id);
      }),
    discard: (row: OutgoingRow, reason: string) =>
      attempt(async () => {
        await api.outgoing.act({
          id: row.id,
          rowVersion: row.rowVersion,
          action: 'discard',
          fields: { reason },
        });
        message.success('已放入回收站。');
      }),
    restore: (row: OutgoingRow) =>
      attempt(async () => {
        await api.outgoing.act({ id: row.id, rowVersion: row.rowVersion, action: 'restore', fields: {} });
        message.success('已还原为草稿。');
      }),
    importFile: () =>
      attempt(async () => {
        const result = await api.outgoing.importFile();
        if (result === null) return;
        if ('id' in result) await open(result.id);
        else setImportFaults(result);
      }),
    tellRefusal: (row: OutgoingRow) => {
      message.warning(
        row.documentNumber !== ''
          ? '已编号的公文不能删除，只能作废：打开后点“作废”。'
          : `“${OUTGOING_STATE_NAMES[row.state]}”的公文不能删除。要删除请先打开，“撤回”或“退回修改”成草稿。`,
      );
    },
  };
}
