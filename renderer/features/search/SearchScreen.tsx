import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SearchHit } from '../../../shared/features/search.ts';
import { messageOf } from '../../app/api.ts';
import { isComposing, useHotKeys, useKeyNotes } from '../../app/hot-keys.ts';
import { countAll, HitList, hitsOf } from './HitList.tsx';
import { NoHits } from './NoHits.tsx';
import { useRecentSearches } from './recent.ts';
import { isNarrowed, NO_SEARCH_FILTER } from './search-address.ts';
import type { SearchAddress } from './search-address.ts';
import { SearchFilters } from './SearchFilters.tsx';
import { useAddressText } from './use-address-text.ts';
import { useFind } from './use-find.ts';
import { titleOf, useOpenHit } from './use-open-hit.ts';

const route = getRouteApi('/search');

/** Hits of each kind, and of the one kind that is looked at. */
const EACH = 20;
const STEP = 100;
const MOST = 200;

const KEYS = [
  { shown: '↑ ↓', label: '选择上一条、下一条结果' },
  { shown: 'Enter', label: '打开选中的结果' },
] as const;

/** 查询: everything that was found, narrowed down by kind, year, state and attachments. */
export function SearchScreen() {
  const address = route.useSearch();
  const navigate = useNavigate();
  const [active, setActive] = useState(0);
  const [limit, setLimit] = useState(STEP);
  const change = (part: Partial<SearchAddress>): void => {
    setActive(0);
    setLimit(STEP);
    void navigate({ to: '/search', search: { ...address, ...part }, replace: true });
  };
  // The question stays in the address, also over a restart; one from the box above comes in by it.
  const [text, setText] = useAddressText(address.text, (words) => change({ text: words }));
  const input = useRef<InputRef>(null);
  const listId = useId();
  const openHit = useOpenHit();
  const { recent, remember, forget } = useRecentSearches();
  const asked = address.text ?? '';
  const { kind, year, phase, files } = address;
  const found = useFind({
    text: asked,
    limit: kind === undefined ? EACH : limit,
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(year === undefined ? {} : { year }),
    ...(phase === undefined ? {} : { phase }),
    ...(files === undefined ? {} : { hasAttachment: files }),
  });
  const hits = hitsOf(found.groups);
  useKeyNotes(KEYS);
  useHotKeys([
    {
      keys: '$mod+f',
      shown: 'Ctrl+F',
      label: '改查询的词',
      whileTyping: true,
      run: () => input.current?.focus({ cursor: 'all' }),
    },
  ]);
  useEffect(() => input.current?.focus({ cursor: 'end' }), []);

  const choose = (hit: SearchHit): void => {
    remember(text);
    openHit({ ...hit, name: titleOf(hit) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, Math.max(0, hits.length - 1)));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && found.current && asked === text && hits[active] !== undefined) {
      choose(hits[active]);
    } else return;
    event.preventDefault();
  };
  const typed = text.trim() !== '';
  const [only] = found.groups;
  return (
    <div className="gwt-search-page">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">查询</h1>
        <Input
          ref={input}
          value={text}
          allowClear
          maxLength={200}
          className="gwt-search-page-box"
          placeholder="号码、标题、单位、人员、正文、附件文字、拼音首字母；几个词用空格隔开"
          aria-label="查询的词"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={hits.length > 0 ? listId : undefined}
          aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span className="gwt-soft" role="status" aria-label="结果数">
          {typed && found.current ? `共 ${countAll(found.groups)} 条` : ''}
        </span>
      </div>
      <SearchFilters address={address} groups={found.groups} onChange={change} />
      {found.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(found.error)}
        </p>
      )}
      {!typed ? (
        <div className="gwt-no-hits">
          <p>
            在上面写要找的词，结果随写随出。可以找号码（2026-38）、标题、单位、人员、正文、附件里的文字，也可以写拼音首字母。
          </p>
          {recent.length === 0 ? null : (
            <div className="gwt-search-recent" role="group" aria-label="最近搜索">
              <span>最近搜索：</span>
              {recent.map((words) => (
                <Button key={words} size="small" onClick={() => setText(words)}>
                  {words}
                </Button>
              ))}
              <Button size="small" type="link" onClick={forget}>
                清除最近搜索
              </Button>
            </div>
          )}
        </div>
      ) : hits.length > 0 ? (
        <>
          <HitList id={listId} groups={found.groups} active={active} onActive={setActive} onChoose={choose} />
          {kind !== undefined && only !== undefined && only.total > only.hits.length && limit < MOST ? (
            <Button onClick={() => setLimit(MOST)}>再列出一些</Button>
          ) : null}
        </>
      ) : found.current ? (
        <NoHits text={text} filtered={isNarrowed(address)} onClear={() => change(NO_SEARCH_FILTER)} />
      ) : null}
    </div>
  );
}
