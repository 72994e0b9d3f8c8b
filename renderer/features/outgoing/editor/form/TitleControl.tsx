import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useKeyNotes, isComposing } from '../../../../app/hot-keys.ts';
import { GrowingText } from '../../../../ui/GrowingText.tsx';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { fieldOf } from './fields.ts';
import { chosenIndex, titleChoices } from './title-shape.ts';

const TITLE_KEYS = [{ shown: 'Alt+↑ Alt+↓', label: '标题中：换一种回行' }] as const;

/** Title over several lines; below it the ways to break it, gone through with Alt+↑ and Alt+↓. */
export function TitleControl({ store, id, disabled }: ControlProps) {
  useKeyNotes(TITLE_KEYS);
  const title = useDocument(store, (document) => document.title);
  const choices = titleChoices(title);
  const chosen = chosenIndex(choices, title);
  /** Breaks the drafter typed; going round the choices comes back to them. */
  const own = useRef<string | null>(null);
  const choose = (next: string): void => {
    if (chosen === -1) own.current = title;
    store.update({ title: next });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || isComposing(event.nativeEvent)) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const kept = own.current?.replaceAll('\n', '') === title.replaceAll('\n', '') ? own.current : null;
    const ways = choices.map((choice) => choice.title);
    const mine = chosen === -1 ? title : kept;
    if (mine !== null && !ways.includes(mine)) ways.push(mine);
    const at = chosen === -1 ? ways.length - 1 : chosen;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const next = ways[(at + step + ways.length) % ways.length];
    if (next !== undefined) choose(next);
  };
  return (
    <>
      <GrowingText
        id={id}
        disabled={disabled}
        value={title}
        placeholder={fieldOf('title').placeholder}
        onKeyDown={onKeyDown}
        onChange={(event) => store.update({ title: event.target.value })}
      />
      {choices.length === 0 || disabled || (choices.length === 1 && chosen === 0) ? null : (
        <div className="gwt-breaks" role="group" aria-label="回行方案">
          <div className="gwt-field-hint" role="status" aria-label="回行">
            {chosen === -1 ? '按您指定的回行排' : chosen === 0 ? '自动回行' : `第 ${chosen + 1} 种回行`}
            ，Alt+↑↓ 换一种
          </div>
          {choices.map((choice, index) => (
            <button
              key={choice.title}
              type="button"
              // Tab goes on to the next field; Alt+↑ and Alt+↓ go round the choices.
              tabIndex={-1}
              aria-pressed={index === chosen}
              title={index === 0 ? '自动回行' : '按此回行'}
              onClick={() => choose(choice.title)}
            >
              <small>
                {index === chosen ? '✓ ' : ''}
                {index === 0 ? '自动 · ' : ''}
                {choice.shape}
              </small>
              {choice.lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
