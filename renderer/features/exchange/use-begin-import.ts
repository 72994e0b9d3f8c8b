import { useEffect, useEffectEvent, useState } from 'react';
import { App } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { api, messageOf } from '../../app/api.ts';
import { isEditable } from '../../app/hot-keys.ts';
import { readClipboard } from './paste-table.ts';

/** The two ways into an import: a file that is chosen, and cells that are pasted. Both end on the page of the import. */
export function useBeginImport() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const begin = async (work: () => Promise<{ id: string } | null>): Promise<void> => {
    setBusy(true);
    try {
      const session = await work();
      if (session !== null) await navigate({ to: '/incoming/import', search: { id: session.id } });
    } catch (error) {
      message.error({ content: messageOf(error), duration: 12 });
    } finally {
      setBusy(false);
    }
  };
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData;
    const inDialog =
      document.querySelector('.ant-modal-wrap:not([style*="display: none"]) .ant-modal') !== null;
    if (data === null || isEditable(event.target) || inDialog) return;
    const table = readClipboard(data.getData('text/html'), data.getData('text/plain'));
    if (table === null) {
      message.info('剪贴板里没有表格。请在 Excel 或 WPS 中选中若干行，复制后再粘贴。');
      return;
    }
    event.preventDefault();
    void begin(() => api.exchange.importPasted(table));
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent): void => paste(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
  return { busy, chooseFile: () => void begin(() => api.exchange.importFile()) };
}
