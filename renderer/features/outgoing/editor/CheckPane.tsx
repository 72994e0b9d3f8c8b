import { z } from 'zod';
import type { Preview } from '../../../../shared/features/document.ts';
import { useViewState } from '../../../app/view-state.ts';
import { FaultList } from './FaultList.tsx';

interface CheckPaneProps {
  readonly preview: Preview | null;
  /** Nothing can be mended any more. */
  readonly voided: boolean;
  readonly onJump: (path: string) => void;
}

function summaryOf(preview: Preview): string {
  const count = (severity: string): number =>
    preview.faults.filter((fault) => fault.severity === severity).length;
  const hints = count('info') + preview.notes.length;
  const parts = [
    [count('error'), '处应改'],
    [count('warning'), '处宜改'],
    [hints, '条提示'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return said.length === 0 ? '没有发现问题' : said.join('，');
}

/** 检查 under the text: one line that counts, opened to the list. */
export function CheckPane({ preview, voided, onJump }: CheckPaneProps) {
  const [open, setOpen] = useViewState('editor.check', z.boolean(), true);
  if (voided) {
    return (
      <div className="gwt-check-pane">
        <div className="gwt-check-bar gwt-check-none gwt-soft" role="status" aria-label="检查结果">
          作废件，不再检查。
        </div>
      </div>
    );
  }
  const bad = preview?.faults.some((fault) => fault.severity === 'error') ?? false;
  return (
    <div className={open ? 'gwt-check-pane gwt-check-open' : 'gwt-check-pane'}>
      <button type="button" className="gwt-check-bar" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? '▾' : '▸'}</span> 检查
        <span className={bad ? 'gwt-severity-error' : 'gwt-soft'} role="status" aria-label="检查结果">
          {preview === null ? '' : summaryOf(preview)}
        </span>
      </button>
      {open ? <FaultList preview={preview} onJump={onJump} /> : null}
    </div>
  );
}
