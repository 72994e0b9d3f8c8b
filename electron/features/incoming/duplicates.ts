import { foldText } from '../../../shared/domain/fold-text.ts';
import {
  duplicateKey,
  NEAR_EQUAL,
  titleLikeness,
  titleProbes,
} from '../../../shared/domain/sender-number.ts';
import type { Reader } from '../../db/schema.ts';
import { searchRows } from '../../db/search-rows.ts';

interface Duplicate {
  id: string;
  number: string;
  senderName: string;
  documentNumber: string;
  title: string;
  receivedAt: number | null;
  why: 'number' | 'title';
  likeness: number;
}

const COLUMNS = ['id', 'number', 'senderName', 'documentNumber', 'title', 'receivedAt'] as const;
/** So many of the newest papers that share a part of the title are compared. */
const COMPARED = 300;
const SHOWN = 10;

/** Papers that may be the same one: same number of the same sender first, then near-equal titles. Voided ones do not count. */
export async function findDuplicates(
  read: Reader,
  paper: { senderName: string; documentNumber: string; title: string; exceptId?: string | undefined },
): Promise<Duplicate[]> {
  const same = await sameNumber(read, paper.senderName, paper.documentNumber);
  const known = new Set(same.map(({ id }) => id));
  const near = (await nearTitles(read, paper.title)).filter(({ id }) => !known.has(id));
  return [...same, ...near].filter(({ id }) => id !== paper.exceptId).slice(0, SHOWN);
}

async function sameNumber(read: Reader, senderName: string, documentNumber: string): Promise<Duplicate[]> {
  const key = duplicateKey(senderName, documentNumber);
  if (key === null) return [];
  const rows = await read
    .selectFrom('incoming')
    .select(COLUMNS)
    .where('duplicateKey', '=', key)
    .where('state', '<>', 'voided')
    .orderBy('rowNumber', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map((row) => Object.assign({ why: 'number' as const, likeness: 1 }, row));
}

async function nearTitles(read: Reader, title: string): Promise<Duplicate[]> {
  const probes = titleProbes(title).map(foldText);
  if (probes.length === 0) return [];
  const found = await searchRows(read, probes, COMPARED);
  if (found.length === 0) return [];
  const rows = await read
    .selectFrom('incoming')
    .select(COLUMNS)
    .where('rowNumber', 'in', found)
    .where('state', '<>', 'voided')
    .execute();
  return rows
    .map((row) => Object.assign({ why: 'title' as const, likeness: titleLikeness(title, row.title) }, row))
    .filter(({ likeness }) => likeness >= NEAR_EQUAL)
    .sort((a, b) => b.likeness - a.likeness);
}
