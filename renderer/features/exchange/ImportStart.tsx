import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useHotKeys } from '../../app/hot-keys.ts';
import { ImportList } from './ImportList.tsx';
import { useBeginImport } from './use-begin-import.ts';

interface ImportStartProps {
  /** An import was open when the program ended. */
  readonly forgotten: boolean;
}

/** Where an import begins, and what was imported before. */
export function ImportStart({ forgotten }: ImportStartProps) {
  const navigate = useNavigate();
  const { busy, chooseFile } = useBeginImport();
  const back = (): void => void navigate({ to: '/incoming' });
  useHotKeys([
    { keys: '$mod+o', shown: 'Ctrl+O', label: '选择台账文件', whileTyping: true, run: chooseFile },
    { keys: 'Escape', shown: 'Esc', label: '返回收文', whileTyping: false, run: back },
  ]);
  return (
    <div className="gwt-import-start">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">导入收文台账</h1>
        <Button type="primary" autoFocus loading={busy} onClick={chooseFile}>
          选择文件（Ctrl+O）
        </Button>
        <span className="gwt-spring" />
        <Button type="text" onClick={back}>
          返回收文（Esc）
        </Button>
      </div>
      <div className="gwt-import-start-body">
        {forgotten ? (
          <p role="status" className="gwt-import-note">
            程序重新启动过，上次没有导入完的内容没有保留，也没有存入任何一件。请重新选择文件。
          </p>
        ) : null}
        <ul className="gwt-import-hints">
          <li>
            可以导入 .xlsx 和 .csv（GB18030、UTF-8 都认）；旧的 .xls 请先在 Excel 或 WPS 中另存为 .xlsx。
          </li>
          <li>只有几行时，在 Excel 或 WPS 中选中、复制，回到这里或收文列表按 Ctrl+V。</li>
          <li>先逐行预览，错处在预览里改正；全部无误才一次存入，存入后还可以整批撤销。</li>
          <li>标有秘密、机密、绝密的行不会读入，请转涉密登记。</li>
        </ul>
        <h2>以前的导入</h2>
        <ImportList />
      </div>
    </div>
  );
}
