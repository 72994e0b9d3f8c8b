import { useEffect, useRef } from 'react';
import type { SearchGroup, SearchHit } from '../../../shared/features/search.ts';
import { SEARCH_KIND_NAMES } from '../../../shared/features/search.ts';
import { dateOf } from '../../app/format.ts';
import './search.css';

type Segments = SearchHit['title'];

function Marked({ segments }: { readonly segments: Segments }) {
  return segments.map(({ text, hit }, index) =>
    // The pieces of a text have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

/** What the title shows already need not be said again. */
const SHOWN_BY_TITLE = new Set(['标题', '事项', '名称']);

function Reasons({ hit }: { readonly hit: SearchHit }) {
  const told = hit.reasons.filter(({ label }) => !SHOWN_BY_TITLE.has(label));
  if (told.length === 0) return null;
  return (
    <span className="gwt-hit-reasons">
      {told.map(({ label, snippet }) => (
        <span key={label} className="gwt-hit-reason">
          <span className="gwt-hit-why">{label}</span>
          <Marked segments={snippet} />
        </span>
      ))}
    </span>
  );
}

export function countOf({ total, more }: Pick<SearchGroup, 'total' | 'more'>): string {
  return more ? `${total}+` : String(total);
}

/** All groups together. */
export function countAll(groups: readonly SearchGroup[]): string {
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return countOf({ total, more: groups.some(({ more }) => more) });
}

interface HitListProps {
  readonly id: string;
  readonly groups: readonly SearchGroup[];
  /** Index over all hits of all groups, then `last`. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (hit: SearchHit) => void;
  /** One more line at the end that can be chosen. */
  readonly last?: { readonly label: string; readonly choose: () => void };
}

/** Hits by kind as one list that the keys ↑ ↓ of a box go through; its focus stays in the box. */
export function HitList({ id, groups, active, onActive, onChoose, last }: HitListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[id="${id}-${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const startOf = (place: number): number => hitsOf(groups.slice(0, place)).length;
  const option = (index: number, choose: () => void) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    onMouseMove: () => {
      if (index !== active) onActive(index);
    },
    // The box keeps the focus.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: choose,
  });
  return (
    <div id={id} role="listbox" aria-label="搜索结果" className="gwt-hits" ref={list}>
      {groups.map((group, place) => (
        <div
          key={group.kind}
          role="group"
          aria-label={`${SEARCH_KIND_NAMES[group.kind]} ${countOf(group)}`}
          className="gwt-hit-group"
        >
          <div className="gwt-hit-head" aria-hidden>
            {SEARCH_KIND_NAMES[group.kind]}
            <small>{countOf(group)}</small>
          </div>
          {group.hits.map((hit, index) => (
            <div key={hit.id} className="gwt-hit" {...option(startOf(place) + index, () => onChoose(hit))}>
              <span className="gwt-hit-line">
                {hit.number === '' ? null : <span className="gwt-hit-number">{hit.number}</span>}
                <span className="gwt-hit-title">
                  {hit.title.length === 0 ? '（无标题）' : <Marked segments={hit.title} />}
                </span>
                <span className="gwt-hit-state">{hit.state}</span>
                <span className="gwt-hit-date">{hit.at === null ? '' : dateOf(hit.at)}</span>
              </span>
              <span className="gwt-hit-line gwt-hit-second">
                <span className="gwt-hit-detail">{hit.detail}</span>
                <Reasons hit={hit} />
              </span>
            </div>
          ))}
        </div>
      ))}
      {last === undefined ? null : (
        <div className="gwt-hit gwt-hit-last" {...option(startOf(groups.length), last.choose)}>
          {last.label}
        </div>
      )}
    </div>
  );
}

export const hitsOf = (groups: readonly SearchGroup[]): readonly SearchHit[] =>
  groups.flatMap(({ hits }) => hits);
