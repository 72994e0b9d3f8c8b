import type BetterSqlite3 from 'better-sqlite3';
import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { MATTER_STATE_NAMES } from '../../../shared/domain/flow-matter.ts';
import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import type { ItemKind } from '../../../shared/features/search.ts';
import { INCOMING_LIST, MATTER_LIST, OUTGOING_LIST } from '../../db/list-tables.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import { textsOf } from '../../../shared/gongwen/document-texts.ts';
import type { Field } from './explain.ts';
import { filesOf } from './files.ts';

/** What a search shows of an item, and the texts it may have been found by. */
export interface ShownItem {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly detail: string;
  readonly state: string;
  readonly at: number | null;
  /** Short texts in the order in which they explain a hit. */
  readonly fields: readonly Field[];
  /** Document and attachments, read when the short ones do not explain it. */
  readonly further: () => Iterable<Field>;
}

type Raw = BetterSqlite3.Database;
type Row = Readonly<Record<string, string | number | null>>;

interface ItemSource {
  readonly list: typeof INCOMING_LIST | typeof OUTGOING_LIST | typeof MATTER_LIST;
  readonly year: string;
  readonly columns: readonly string[];
  readonly show: (raw: Raw, row: Row) => ShownItem;
}

const text = (row: Row, column: string): string => String(row[column] ?? '');
const number = (row: Row, column: string): number | null => {
  const value = row[column];
  return typeof value === 'number' ? value : null;
};
const joined = (...texts: readonly string[]): string => texts.filter((one) => one !== '').join('　');
const day = (on: string): number | null => (on === '' ? null : Date.parse(`${on}T00:00:00`));
/** Names of states by code; an unknown one is shown as it is. */
const nameOf = (names: Readonly<Record<string, string>>, state: string): string => names[state] ?? state;

function* attachmentFields(raw: Raw, kind: ItemKind, id: string): Generator<Field> {
  for (const { name, text: content } of filesOf(raw, kind, id)) {
    yield { label: '附件名', text: name, kind: 'named' };
    yield { label: `附件《${name}》`, text: content };
  }
}

export const ITEMS: Readonly<Record<ItemKind, ItemSource>> = {
  incoming: {
    list: INCOMING_LIST,
    year: 'bookYear',
    columns: [
      'title',
      'number',
      'documentNumber',
      'senderName',
      'state',
      'receivedAt',
      'leadName',
      'assistNames',
      'instructedBy',
      'instruction',
      'opinion',
      'result',
      'signerName',
      'replyNumber',
      'remark',
    ],
    show: (raw, row) => ({
      id: text(row, 'id'),
      title: text(row, 'title'),
      number: text(row, 'number'),
      detail: joined(text(row, 'senderName'), text(row, 'documentNumber')),
      state: nameOf(INCOMING_STATE_NAMES, text(row, 'state')),
      at: number(row, 'receivedAt'),
      fields: [
        { label: '标题', text: text(row, 'title'), kind: 'named' },
        { label: '收文号', text: text(row, 'number'), kind: 'number' },
        { label: '来文字号', text: text(row, 'documentNumber'), kind: 'number' },
        { label: '来文单位', text: text(row, 'senderName'), kind: 'named' },
        { label: '主办', text: text(row, 'leadName'), kind: 'named' },
        { label: '会办', text: text(row, 'assistNames') },
        { label: '批示人', text: text(row, 'instructedBy'), kind: 'named' },
        { label: '批示', text: text(row, 'instruction') },
        { label: '拟办意见', text: text(row, 'opinion') },
        { label: '办理结果', text: text(row, 'result') },
        { label: '签收人', text: text(row, 'signerName') },
        { label: '答复文号', text: text(row, 'replyNumber') },
        { label: '备注', text: text(row, 'remark') },
      ],
      further: () => attachmentFields(raw, 'incoming', text(row, 'id')),
    }),
  },
  outgoing: {
    list: OUTGOING_LIST,
    year: 'year',
    columns: ['title', 'documentNumber', 'addressees', 'genre', 'state', 'issuedOn', 'createdAt'],
    show: (raw, row) => ({
      id: text(row, 'id'),
      title: text(row, 'title'),
      number: text(row, 'documentNumber'),
      detail: joined(text(row, 'genre'), text(row, 'addressees')),
      state: nameOf(OUTGOING_STATE_NAMES, text(row, 'state')),
      at: day(text(row, 'issuedOn')) ?? number(row, 'createdAt'),
      fields: [
        { label: '标题', text: text(row, 'title'), kind: 'named' },
        { label: '发文字号', text: text(row, 'documentNumber'), kind: 'number' },
        { label: '主送', text: text(row, 'addressees'), kind: 'named' },
        { label: '文种', text: text(row, 'genre') },
      ],
      *further() {
        yield { label: '正文', text: documentBody(raw, text(row, 'id')) };
        yield* attachmentFields(raw, 'outgoing', text(row, 'id'));
      },
    }),
  },
  matter: {
    list: MATTER_LIST,
    year: 'year',
    columns: [
      'title',
      'number',
      'orderedBy',
      'orderedOn',
      'words',
      'leadName',
      'assistNames',
      'result',
      'remark',
      'state',
    ],
    show: (raw, row) => ({
      id: text(row, 'id'),
      title: text(row, 'title'),
      number: text(row, 'number'),
      detail: joined(text(row, 'orderedBy'), text(row, 'leadName')),
      state: nameOf(MATTER_STATE_NAMES, text(row, 'state')),
      at: day(text(row, 'orderedOn')),
      fields: [
        { label: '事项', text: text(row, 'title'), kind: 'named' },
        { label: '承办号', text: text(row, 'number'), kind: 'number' },
        { label: '交办人', text: text(row, 'orderedBy'), kind: 'named' },
        { label: '交办原话', text: text(row, 'words') },
        { label: '主办', text: text(row, 'leadName'), kind: 'named' },
        { label: '会办', text: text(row, 'assistNames') },
        { label: '办理结果', text: text(row, 'result') },
        { label: '备注', text: text(row, 'remark') },
      ],
      further: () => attachmentFields(raw, 'matter', text(row, 'id')),
    }),
  },
};

/** Everything printed of a document, a line for each text. */
function documentBody(raw: Raw, id: string): string {
  const stored = raw.prepare<[string], string>('SELECT document FROM outgoing WHERE id = ?').pluck().get(id);
  if (stored === undefined) return '';
  return Array.from(textsOf(gongwenDraftSchema.parse(JSON.parse(stored))), (one) => one.text).join('\n');
}

/** The items of these row numbers, in their order. */
export function showItems(raw: Raw, kind: ItemKind, places: readonly number[]): ShownItem[] {
  const { list, columns, show } = ITEMS[kind];
  const read = raw.prepare<[number], Row>(
    `SELECT id, ${columns.join(', ')} FROM ${list.name} WHERE ${list.place} = ?`,
  );
  return places.flatMap((place) => {
    const row = read.get(place);
    return row === undefined ? [] : [show(raw, row)];
  });
}
