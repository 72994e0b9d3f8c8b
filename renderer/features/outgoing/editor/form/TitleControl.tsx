import { GrowingText } from '../../../../ui/GrowingText.tsx';
import { titleCandidates } from '../../../../../shared/gongwen/break-title.ts';
import { useDocument } from '../document-store.ts';
import { fieldOf } from './fields.ts';
import type { ControlProps } from './FieldControl.tsx';

/** 2号 characters on the 156 mm line: 156 mm / 22 pt = 20.1 (GB/T 9704-2012 7.3.1). */
const TITLE_CELLS = 20;
const SHOWN_CANDIDATES = 2;
/** A candidate this much worse than the best one is no real choice. */
const ACCEPTABLE_COST = 12;

/** Title over several lines; below it the ways to break it, each one key away. */
export function TitleControl({ store, id, disabled }: ControlProps) {
  const title = useDocument(store, (document) => document.title);
  const plain = title.replaceAll('\n', '');
  const candidates = plain === '' ? [] : titleCandidates(plain, TITLE_CELLS);
  const best = candidates[0]?.cost ?? 0;
  // The best one is what happens anyway.
  const choices = candidates
    .slice(1)
    .filter((candidate) => candidate.lines.length > 1 && candidate.cost <= best + ACCEPTABLE_COST)
    .slice(0, SHOWN_CANDIDATES);
  return (
    <>
      <GrowingText
        id={id}
        disabled={disabled}
        value={title}
        placeholder={fieldOf('title').placeholder}
        onChange={(event) => store.update({ title: event.target.value })}
      />
      {choices.length === 0 || disabled ? null : (
        <div className="gwt-breaks" role="group" aria-label="回行方案">
          {choices.map((candidate) => {
            const broken = candidate.lines.join('\n');
            return (
              <button
                key={broken}
                type="button"
                aria-pressed={title === broken}
                title="按此回行；再按一次恢复自动"
                onClick={() => store.update({ title: title === broken ? plain : broken })}
              >
                {candidate.lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </button>
            );
          })}
        </div>
      )}
    </>
  );
}
