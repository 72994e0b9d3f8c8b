import { useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { Input } from 'antd';
import type { InputRef } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SearchHit } from '../../shared/features/search.ts';
import { findCode, looksLikeCode } from '../features/search/find-code.ts';
import { HitList, hitsOf } from '../features/search/HitList.tsx';
import { NoHits } from '../features/search/NoHits.tsx';
import { searchFind } from '../features/search/queries.ts';
import { RecentList } from '../features/search/RecentList.tsx';
import { useRecentSearches } from '../features/search/recent.ts';
import { useFind, useSettled } from '../features/search/use-find.ts';
import { titleOf, useOpenHit } from '../features/search/use-open-hit.ts';
import { messageOf } from './api.ts';
import { isComposing, useHotKeys } from './hot-keys.ts';

/** Hits of each kind below the box. */
const SHOWN = { limit: 5, counted: 200 };

/** One box for everything. Ctrl+K goes there from anywhere; a code printed on a form opens its item. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const input = useRef<InputRef>(null);
  /** What had the focus before: Esc gives it back. */
  const before = useRef<HTMLElement | null>(null);
  const listId = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const openHit = useOpenHit();
  const { recent, remember, forget } = useRecentSearches();
  const asked = useSettled(text);
  const found = useFind({ text: asked, ...SHOWN });
  const hits = hitsOf(found.groups);
  const typed = text.trim() !== '';
  const current = found.current && asked === text;
  // A search without hits has nothing to show in full either.
  const lines = !typed ? (recent.length > 0 ? recent.length + 1 : 0) : hits.length > 0 ? hits.length + 1 : 0;
  useHotKeys([
    {
      keys: '$mod+k',
      shown: 'Ctrl+K',
      label: '搜索收文、发文、承办件、附件、人员',
      whileTyping: true,
      run: () => input.current?.focus({ cursor: 'all' }),
    },
  ]);

  const leave = (): void => {
    setOpen(false);
    setText('');
    setFault(null);
    input.current?.blur();
  };
  const choose = (hit: SearchHit): void => {
    remember(text);
    leave();
    openHit({ ...hit, name: titleOf(hit) });
  };
  const showAll = (): void => {
    remember(text);
    const words = text.trim();
    leave();
    void navigate({ to: '/search', search: { text: words } });
  };
  const type = (next: string): void => {
    setText(next);
    setActive(0);
    setFault(null);
    setOpen(true);
  };
  const chooseRecent = (index: number): void => {
    const words = recent[index];
    if (words === undefined) forget();
    else type(words);
  };
  /** Enter before the answer is there: a scanner types a code and ends with Enter at once, and so do fast people. */
  const answerFirst = async (): Promise<void> => {
    try {
      if (looksLikeCode(text)) {
        const { kind, id, label } = await findCode(text);
        leave();
        openHit({ kind, id, name: label });
        return;
      }
      const answer = await client.fetchQuery(searchFind({ text, ...SHOWN }));
      const [hit] = hitsOf(answer.groups);
      if (hit !== undefined && input.current?.input?.value === text) choose(hit);
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  const enter = (): void => {
    if (!typed) chooseRecent(active);
    else if (!current || looksLikeCode(text)) void answerFirst();
    else if (active === hits.length) showAll();
    else if (hits[active] !== undefined) choose(hits[active]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, lines - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && event.ctrlKey && typed) showAll();
    else if (event.key === 'Enter') enter();
    else if (event.key === 'Escape') {
      leave();
      if (before.current?.isConnected === true) before.current.focus();
    } else return;
    event.preventDefault();
    // Enter in this box is not meant for the screen below it.
    event.stopPropagation();
  };
  const shown = open && (typed || recent.length > 0);
  const listed = shown && fault === null && lines > 0;
  return (
    <div className="gwt-search" role="search">
      <Input
        ref={input}
        value={text}
        maxLength={200}
        prefix={<SearchOutlined aria-hidden />}
        placeholder="搜索号码、标题、单位、人员、正文、附件（Ctrl+K）"
        aria-label="搜索"
        role="combobox"
        aria-expanded={listed}
        aria-controls={listed ? listId : undefined}
        aria-activedescendant={listed ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        onChange={(event) => type(event.target.value)}
        onFocus={(event: FocusEvent) => {
          before.current = event.relatedTarget instanceof HTMLElement ? event.relatedTarget : null;
          setActive(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown ? (
        <div className="gwt-search-panel">
          {fault === null ? null : (
            <p role="alert" className="gwt-fault">
              {fault}
            </p>
          )}
          {!typed ? (
            <RecentList
              id={listId}
              recent={recent}
              active={active}
              onActive={setActive}
              onChoose={chooseRecent}
            />
          ) : hits.length > 0 ? (
            <HitList
              id={listId}
              groups={found.groups}
              active={active}
              onActive={setActive}
              onChoose={choose}
              last={{ label: '全部结果（Ctrl+Enter）', choose: showAll }}
            />
          ) : current && fault === null ? (
            <NoHits text={text} filtered={false} />
          ) : null}
          {found.error === null ? null : (
            <p role="alert" className="gwt-fault">
              {messageOf(found.error)}
            </p>
          )}
        </div>
      ) : null}
    </div>
  );
}
