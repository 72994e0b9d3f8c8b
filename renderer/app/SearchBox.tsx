import { useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { Input } from 'antd';
import type { InputRef } from 'antd';
import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { outgoingList } from '../features/outgoing/queries.ts';
import { officeGet, officePeople } from '../features/settings/queries.ts';
import { OUTGOING_STATE_NAMES } from '../../shared/domain/flow-outgoing.ts';
import { useHotKeys } from './hot-keys.ts';

interface Hit {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly open: () => void;
}

const SHOWN_DOCUMENTS = 8;

function useHits(text: string): readonly Hit[] {
  const navigate = useNavigate();
  const words = text.trim();
  const enabled = words !== '';
  const documents = useQuery({
    ...outgoingList({
      filter: { text: words, states: ['draft', 'numbered', 'voided'] },
      sort: { key: 'updatedAt', direction: 'desc' },
      offset: 0,
      limit: SHOWN_DOCUMENTS,
    }),
    enabled,
    placeholderData: keepPreviousData,
  }).data;
  const people = useQuery({ ...officePeople(), enabled }).data ?? [];
  const office = useQuery({ ...officeGet(), enabled }).data;
  if (!enabled) return [];
  const offices = office === undefined ? [] : [office.name, ...office.issuerCodes.map((code) => code.code)];
  const hits: Hit[] = (documents?.rows ?? []).map((row) => ({
    key: row.id,
    kind: '发文',
    label: row.title.replaceAll('\n', '') || '（无标题）',
    detail: row.documentNumber || OUTGOING_STATE_NAMES[row.state],
    open: () => void navigate({ to: '/outgoing/$id', params: { id: row.id } }),
  }));
  for (const name of new Set(offices.filter((name) => name.includes(words)))) {
    hits.push({
      key: `office-${name}`,
      kind: '单位',
      label: name,
      detail: '设置',
      open: () => void navigate({ to: '/settings', search: { section: 'office' } }),
    });
  }
  for (const person of people.filter((candidate) => candidate.name.includes(words))) {
    hits.push({
      key: person.id,
      kind: '人员',
      label: person.name,
      detail: [person.departmentName, person.post, person.phone].filter(Boolean).join('　'),
      open: () => void navigate({ to: '/settings', search: { section: 'people' } }),
    });
  }
  return hits;
}

/** One box for everything: 发文, the office, people. Ctrl+K goes there from anywhere. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const input = useRef<InputRef>(null);
  /** What had the focus before: Esc gives it back. */
  const before = useRef<HTMLElement | null>(null);
  const listId = useId();
  const hits = useHits(text);
  const shown = open && text.trim() !== '';
  useHotKeys([
    {
      keys: '$mod+k',
      shown: 'Ctrl+K',
      label: '搜索',
      whileTyping: true,
      run: () => input.current?.focus({ cursor: 'all' }),
    },
  ]);
  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    setOpen(false);
    setText('');
    input.current?.blur();
    hit.open();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (event.key === 'Enter') choose(hits[active]);
    else if (event.key === 'Escape') {
      setText('');
      if (before.current?.isConnected === true) before.current.focus();
      else input.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="gwt-search" role="search">
      <Input
        ref={input}
        value={text}
        prefix={<SearchOutlined aria-hidden />}
        placeholder="搜索公文、单位、人员（Ctrl+K）"
        aria-label="搜索"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && hits[active] !== undefined ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={(event: FocusEvent) => {
          before.current = event.relatedTarget instanceof HTMLElement ? event.relatedTarget : null;
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="搜索结果" className="gwt-search-hits" hidden={!shown}>
        {shown && hits.length === 0 ? <li className="gwt-search-none">没有找到“{text.trim()}”</li> : null}
        {shown
          ? hits.map((hit, index) => (
              <li
                key={hit.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(hit);
                }}
              >
                <span className="gwt-hit-kind">{hit.kind}</span>
                <span className="gwt-hit-label">{hit.label}</span>
                <span className="gwt-hit-detail">{hit.detail}</span>
              </li>
            ))
          : null}
      </ul>
    </div>
  );
}
