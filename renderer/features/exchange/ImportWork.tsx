import { useEffect, useState } from 'react';
import { App, Button, Segmented } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { INCOMING_FIELDS, PAPER_KEYS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { ImportState, PreviewRow, RowView } from '../../../shared/features/exchange-import.ts';
import { api, messageOf } from '../../app/api.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { useJob } from '../../app/use-job.ts';
import { useWindowedRows } from '../../app/use-windowed-rows.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { CellDetail } from './CellDetail.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { PreviewGrid } from './PreviewGrid.tsx';
import { SetUpPanel } from './SetUpPanel.tsx';
import { rememberImport } from './unfinished-import.ts';

interface ImportWorkProps {
  readonly state: ImportState;
}

/** A ledger that is being looked at: what its columns mean, every row with its faults, and the step that puts it in. */
export function ImportWork({ state }: ImportWorkProps) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { id, counts } = state;
  useEffect(() => rememberImport(id), [id]);
  const [view, setView] = useState<RowView>('all');
  const [place, setPlace] = useState(0);
  const [column, setColumn] = useState(0);
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<'skip' | 'skipFaulty' | 'import' | null>(null);
  const job = useJob((name) => api.exchange.cancelJob({ job: name }));
  const rows = useWindowedRows('exchange.importRows', api.exchange.importRows, (offset, limit) => ({
    id,
    view,
    offset,
    limit,
  }));
  const keys = PAPER_KEYS.filter((key) => state.mapping[key] !== undefined || key === 'remark');
  const at = Math.min(place, Math.max(0, rows.total - 1));
  const row = rows.rowAt(at);
  const key = keys[Math.min(column, keys.length - 1)];

  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      message.error(messageOf(error));
      return false;
    }
  };
  const back = (): void => void navigate({ to: '/incoming' });
  const leave = async (): Promise<void> => {
    await attempt(() => api.exchange.discardImport({ id }));
    await navigate({ to: '/incoming/import', search: {}, replace: true });
  };
  const goToFault = async (step: 1 | -1): Promise<void> => {
    const after = row?.row ?? 0;
    const ahead = await api.exchange.nextFault({ id, view, after, step });
    // From the last one round to the first: it may be in this very row, or above.
    const found = ahead ?? (step === 1 ? await api.exchange.nextFault({ id, view, after: 0, step }) : null);
    if (found === null) {
      message.info(step === 1 ? '没有错处了。' : '前面没有错处了。');
      return;
    }
    setPlace(found.place);
    setColumn(Math.max(0, keys.indexOf(found.key)));
  };
  const skip = (target: PreviewRow | undefined): void => {
    if (target?.fate === 'skipped') {
      void attempt(() => api.exchange.skipRows({ id, rows: [target.row], reason: '' }));
    } else if (target?.fate === 'paper') setAsking('skip');
  };
  const ready = counts.faults === 0 && counts.papers > 0 && state.unmapped.length === 0;
  const begin = (): void => {
    if (ready) setAsking('import');
    else if (counts.faults > 0) {
      message.warning(`还有 ${counts.faults} 行有错。按 F8 逐处改正，或把有错的行写明理由不导入。`);
      void goToFault(1);
    } else message.warning('没有可以导入的行。请检查标题行和各列的对应。');
  };

  useHotKeys([
    { keys: 'F8', shown: 'F8', label: '下一处错误', whileTyping: false, run: () => void goToFault(1) },
    {
      keys: 'Shift+F8',
      shown: 'Shift+F8',
      label: '上一处错误',
      whileTyping: false,
      run: () => void goToFault(-1),
    },
    { keys: '$mod+Enter', shown: 'Ctrl+Enter', label: '导入', whileTyping: false, run: begin },
    { keys: 'Escape', shown: 'Esc', label: '返回收文（预览保留到程序关闭）', whileTyping: false, run: back },
  ]);

  const show = (next: RowView): void => {
    setView(next);
    setPlace(0);
  };
  return (
    <div className="gwt-list-screen gwt-import">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">导入收文台账</h1>
        <span className="gwt-import-file" title={state.fileName}>
          {state.fileName}
        </span>
        {state.encoding === null ? null : <span className="gwt-soft">编码 {state.encoding}</span>}
        {state.importedBefore === null ? null : (
          <span className="gwt-import-warning">▲ {state.importedBefore}</span>
        )}
        <span className="gwt-spring" />
        <Button type="text" onClick={() => void leave()}>
          放弃，另选文件
        </Button>
        <Button type="primary" onClick={begin}>
          导入 {counts.papers} 件（Ctrl+Enter）
        </Button>
      </div>
      <div className="gwt-toolbar gwt-toolbar-second">
        <Segmented
          aria-label="看哪些行"
          value={view}
          options={viewOptions(counts)}
          onChange={(value) => show(value)}
        />
        <Button onClick={() => void goToFault(1)} disabled={counts.faults === 0}>
          下一处错误（F8）
        </Button>
        <Button onClick={() => skip(row)} disabled={row?.fate !== 'paper' && row?.fate !== 'skipped'}>
          {row?.fate === 'skipped' ? '重新导入此行' : '不导入此行（Delete）'}
        </Button>
        <Button onClick={() => setAsking('skipFaulty')} disabled={counts.faults === 0}>
          有错的行都不导入…
        </Button>
        {counts.classified === 0 ? null : (
          <span className="gwt-severity-error" role="status">
            ✕ {counts.classified} 行涉及国家秘密，不读入，也不会导入
          </span>
        )}
      </div>
      <div className="gwt-import-body">
        <SetUpPanel
          state={state}
          onChange={(part) => void attempt(() => api.exchange.setUpImport({ id, ...part }))}
        />
        <div className="gwt-import-rows">
          {rows.error === null ? null : (
            <p role="alert" className="gwt-fault">
              {messageOf(rows.error)}
            </p>
          )}
          <PreviewGrid
            keys={keys}
            rows={rows}
            place={at}
            column={Math.min(column, keys.length - 1)}
            editing={editing}
            empty={emptyText(state, view)}
            onMove={(nextPlace, nextColumn) => {
              setPlace(nextPlace);
              setColumn(nextColumn);
            }}
            onEdit={setEditing}
            onSkip={() => skip(row)}
            onCorrect={(target, field, text) =>
              attempt(() => api.exchange.correctCell({ id, row: target.row, key: field, text }))
            }
          />
          <CellDetail
            row={row}
            field={key}
            onRestore={(target, field) =>
              void attempt(() => api.exchange.correctCell({ id, row: target.row, key: field, text: null }))
            }
          />
        </div>
      </div>
      {asking === 'skip' && row !== undefined ? (
        <ReasonDialog
          title={`不导入第${row.row}行`}
          explanation={`“${labelOf(row)}”不导入，理由随这次导入一并记录。`}
          confirmLabel="不导入"
          onClose={() => setAsking(null)}
          onConfirm={async (reason) => {
            if (await attempt(() => api.exchange.skipRows({ id, rows: [row.row], reason }))) setAsking(null);
          }}
        />
      ) : null}
      {asking === 'skipFaulty' ? (
        <ReasonDialog
          title={`不导入有错的 ${counts.faults} 行`}
          explanation="这些行不导入，理由随这次导入一并记录；其余各行照常导入。"
          confirmLabel="都不导入"
          onClose={() => setAsking(null)}
          onConfirm={async (reason) => {
            if (await attempt(() => api.exchange.skipFaulty({ id, reason }))) setAsking(null);
          }}
        />
      ) : null}
      {asking === 'import' ? (
        <ImportDialog state={state} job={job} onClose={() => setAsking(null)} onDone={back} />
      ) : null}
    </div>
  );
}

function viewOptions(counts: ImportState['counts']): { value: RowView; label: string }[] {
  const { papers, skipped, classified, furniture } = counts;
  const left = skipped + classified + furniture;
  return [
    { value: 'all', label: `全部 ${papers + left}` },
    { value: 'faults', label: `✕ 有错 ${counts.faults}` },
    { value: 'warnings', label: `▲ 请核对 ${counts.warnings}` },
    { value: 'changes', label: `已改写 ${counts.changes}` },
    { value: 'left', label: `不导入 ${left}` },
  ];
}

function labelOf({ cells }: PreviewRow): string {
  const title = cells.title?.text ?? '';
  return title === '' ? (cells.senderName?.text ?? '这一行') : title;
}

function emptyText({ headingRow, unmapped, counts }: ImportState, view: RowView): string {
  if (headingRow === null) return '没有认出标题行。请在左边写明标题在第几行；没有标题行就选“没有标题行”。';
  if (view === 'faults' && counts.papers > 0) return '没有错处，可以导入。';
  if (unmapped.length > 0 && counts.papers === 0) {
    return `请在左边指定哪一列是${unmapped.map((key: PaperKey) => INCOMING_FIELDS[key].label).join('、')}。`;
  }
  return '没有这样的行。';
}
