import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useKeyNotes } from '../../app/hot-keys.ts';
import { unfinishedImport } from './unfinished-import.ts';
import { useBeginImport } from './use-begin-import.ts';

interface ImportButtonProps {
  readonly list: 'incoming';
}

const NOTES = [{ shown: 'Ctrl+V', label: '粘贴从 Excel、WPS 复制的行' }] as const;

/** 导入: the preview that was left, if there is one; an old ledger, or rows pasted from a spreadsheet (Ctrl+V in the list). */
export function ImportButton(_props: ImportButtonProps) {
  const navigate = useNavigate();
  const { busy } = useBeginImport();
  useKeyNotes(NOTES);
  const open = async (): Promise<void> => {
    const id = await unfinishedImport();
    await navigate({ to: '/incoming/import', search: id === null ? {} : { id } });
  };
  return (
    <Button
      type="text"
      loading={busy}
      title="导入 Excel 旧台账；也可以直接粘贴从 Excel 复制的行（Ctrl+V）"
      onClick={() => void open()}
    >
      导入台账
    </Button>
  );
}
