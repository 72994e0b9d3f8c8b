import type { SearchGroup, SearchHit, SearchInput, SearchKind } from '../../../shared/features/search.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { Reader } from '../../db/schema.ts';
import { initialsOf } from '../../db/pinyin-initials.ts';
import { explain, markTitle } from './explain.ts';
import type { Field } from './explain.ts';

/** People, departments and sending units: some thousands at most, looked through one by one. */

interface Named {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Looked in besides the name. */
  readonly fields: readonly Field[];
}

type NameKind = Exclude<SearchKind, 'incoming' | 'outgoing' | 'matter'>;

const joined = (...texts: readonly (string | null)[]): string => texts.filter(Boolean).join('　');

const READ: Readonly<Record<NameKind, (read: Reader) => Promise<Named[]>>> = {
  person: async (read) => {
    const rows = await read
      .selectFrom('person')
      .leftJoin('department', 'department.id', 'person.departmentId')
      .select([
        'person.id',
        'person.name',
        'person.post',
        'person.phone',
        'department.name as departmentName',
      ])
      .where('person.active', '=', 1)
      .orderBy('person.nameOrder')
      .execute();
    return rows.map(({ id, name, post, phone, departmentName }) => ({
      id,
      name,
      detail: joined(departmentName, post, phone),
      fields: [
        { label: '部门', text: departmentName ?? '' },
        { label: '职务', text: post },
        { label: '电话', text: phone },
      ],
    }));
  },
  department: async (read) => {
    const rows = await read.selectFrom('department').select(['id', 'name']).orderBy('sortOrder').execute();
    return rows.map(({ id, name }) => ({ id, name, detail: '', fields: [] }));
  },
  correspondent: async (read) => {
    const rows = await read
      .selectFrom('correspondent')
      .select(['id', 'name', 'useCount'])
      .where('active', '=', 1)
      .orderBy('useCount', 'desc')
      .execute();
    return rows.map(({ id, name, useCount }) => ({
      id,
      name,
      detail: useCount === 0 ? '' : `来文 ${useCount} 件`,
      fields: [],
    }));
  },
};

/** Initials of names do not change with the rows; reading them again for every key would take longest. */
const known = new Map<string, { readonly folded: string; readonly initials: string }>();

function textsOfName(name: string): { readonly folded: string; readonly initials: string } {
  const texts = known.get(name) ?? { folded: foldText(name), initials: initialsOf(name) };
  known.set(name, texts);
  return texts;
}

function fits(word: string, { name, fields }: Named): boolean {
  const { folded, initials } = textsOfName(name);
  if (folded.includes(word) || (/^[a-z]{2,}$/u.test(word) && initials.includes(word))) return true;
  return fields.some(({ text }) => foldText(text).includes(word));
}

/** Names in which all words occur. */
export async function findNames(
  read: Reader,
  kind: NameKind,
  words: readonly string[],
  { offset, limit }: SearchInput,
): Promise<SearchGroup> {
  const found = (await READ[kind](read)).filter((named) => words.every((word) => fits(word, named)));
  return {
    kind,
    total: found.length,
    more: false,
    hits: found.slice(offset, offset + limit).map(({ id, name, detail, fields }): SearchHit => ({
      kind,
      id,
      title: markTitle(name, words),
      number: '',
      detail,
      state: '',
      at: null,
      reasons: explain(words, [{ label: '名称', text: name, kind: 'named' }, ...fields], () => []),
    })),
  };
}
