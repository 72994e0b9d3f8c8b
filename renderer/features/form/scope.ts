import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { ExportSource } from '../../../shared/features/exchange-export.ts';

/** What a list is filtered by, in words, for the line over the printed register: 2026年 承办中、传阅中. */
export function scopeOf(source: ExportSource): string {
  const { year, text } = source.filter;
  const parts = [
    year === undefined ? '' : `${year}年`,
    stateNames(source).join('、'),
    source.list === 'incoming'
      ? (source.filter.urgencies ?? []).join('、')
      : (source.filter.genres ?? []).join('、'),
    source.list === 'incoming' && source.filter.dueBy !== undefined ? `${source.filter.dueBy} 前到期` : '',
    text === undefined || text.trim() === '' ? '' : `含“${text.trim()}”`,
  ];
  return parts.filter((part) => part !== '').join('　');
}

/** More than a few states are a group of the list; naming each would fill the line. */
const MOST_NAMED = 4;

function stateNames(source: ExportSource): string[] {
  const [chosen, all] =
    source.list === 'incoming'
      ? [
          (source.filter.states ?? []).map((state) => INCOMING_STATE_NAMES[state]),
          Object.values(INCOMING_STATE_NAMES),
        ]
      : [
          (source.filter.states ?? []).map((state) => OUTGOING_STATE_NAMES[state]),
          Object.values(OUTGOING_STATE_NAMES),
        ];
  // Everything but what is void is what a book holds anyway.
  if (all.every((name) => chosen.includes(name) || NOT_LISTED.has(name))) return [];
  return chosen.length > MOST_NAMED ? [`${chosen.slice(0, MOST_NAMED).join('、')}等`] : chosen;
}

const NOT_LISTED: ReadonlySet<string> = new Set(['作废', '回收站']);
