import { App } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { PageRange } from '../../../../shared/domain/print.ts';
import { api, messageOf } from '../../../app/api.ts';
import type { ExportKind } from './ExportDialog.tsx';
import type { OpenDocument } from './use-open-document.ts';
import { useExportNotice } from './ExportNotice.tsx';

/** What can be done with the open document. Everything is saved first; every failure is told. */
export function useEditorActions({ detail, store, autosave, reload }: OpenDocument) {
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const exportNotice = useExportNotice();
  const { id } = detail;
  const voided = detail.state === 'voided';

  /** Saves, then runs the command with the version that was saved; false when something failed. */
  const afterSaving = async (work: (rowVersion: number) => Promise<void>): Promise<boolean> => {
    try {
      if (!(await autosave.flush())) {
        message.warning('还有内容没有保存成功，请先处理下方状态栏提示的问题。');
        return false;
      }
      await work(autosave.rowVersion());
      return true;
    } catch (error) {
      message.error(messageOf(error));
      return false;
    }
  };
  /** A copy of a voided document looks valid: who makes one is asked first. */
  const mayLeave = async (doing: '导出' | '打印'): Promise<boolean> =>
    !voided ||
    (await modal.confirm({
      title: `此件已作废，仍要${doing}？`,
      content: `${doing}的页面上没有作废标记，请勿当作有效公文使用。`,
      okText: `仍要${doing}`,
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
    }));
  const told = voided ? { voidedAcknowledged: true } : {};
  const open = async (target: string): Promise<void> => {
    await navigate({ to: '/outgoing/$id', params: { id: target } });
  };

  return {
    save: async () => {
      if (await autosave.flush()) message.success('已保存。', 1);
    },
    startNew: () => navigate({ to: '/outgoing', search: { create: true } }),
    back: async () => {
      await autosave.flush();
      await navigate({ to: '/outgoing' });
    },
    discard: (reason: string) =>
      afterSaving(async (rowVersion) => {
        await api.outgoing.act({ id, rowVersion, action: 'discard', fields: { reason } });
        message.success('已放入回收站，可以还原。');
        await navigate({ to: '/outgoing' });
      }),
    copy: () =>
      afterSaving(async () => {
        const { id: copy } = await api.outgoing.create({ genre: store.get().genre, copyOf: id });
        message.success('已复制为新件，现在打开的是新件。');
        await open(copy);
      }),
    exportFiles: (kinds: ExportKind[]) =>
      afterSaving(async () => {
        if (!(await mayLeave('导出'))) return;
        const result = await api.document.exportFiles({ id, kinds, ...told });
        if (result !== null) exportNotice.tell(result.files);
      }),
    closeExportNotice: exportNotice.close,
    /** Saved as it stands, so that what is printed is what is seen. */
    saveFirst: async () => (await mayLeave('打印')) && afterSaving(() => Promise.resolve()),
    printBySystem: (ranges: readonly PageRange[]) =>
      afterSaving(async () => {
        if (!(await mayLeave('打印'))) return;
        const { outcome } = await api.document.print({ id, ranges: [...ranges], ...told });
        if (outcome === 'printed') message.success('已送往打印机。');
      }),
    /** Conflict: mine becomes a new item, the other side stays as it is. */
    keepCopy: async () => {
      try {
        const { id: copy } = await api.outgoing.create({ genre: store.get().genre, copyOf: id });
        const { rowVersion, document } = await api.outgoing.get({ id: copy });
        const { documentNumber: _number, ...mine } = store.get();
        await api.outgoing.save({ id: copy, rowVersion, document: { ...document, ...mine } });
        await reload();
        message.success('您的内容已另存为新件，现在打开的是新件。');
        await open(copy);
      } catch (error) {
        message.error(messageOf(error));
      }
    },
    takeOther: async () => {
      try {
        await reload();
      } catch (error) {
        message.error(messageOf(error));
      }
    },
  };
}
