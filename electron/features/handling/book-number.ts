import type { BookNumberSetting } from '../../../shared/features/incoming-items.ts';
import { bookNumberSchema } from '../../../shared/features/incoming-items.ts';
import type { Reader } from '../../db/schema.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { Change } from '../../db/transaction.ts';
import type { Owner } from './assignments.ts';
import { refuse } from './refuse.ts';

/** How the books of 收文 and 承办件 write their numbers. */

interface Book {
  readonly setting: string;
  readonly name: string;
  readonly usual: BookNumberSetting;
}
const BOOKS: Readonly<Record<Owner['kind'], Book>> = {
  incoming: { setting: 'incoming.number', name: '收文号', usual: { prefix: '收', digits: 4 } },
  matter: { setting: 'matter.number', name: '承办号', usual: { prefix: '承', digits: 4 } },
};

/** How this office writes the numbers of a book. */
export async function readBookNumber(read: Reader, kind: Owner['kind']): Promise<BookNumberSetting> {
  const { setting, usual } = BOOKS[kind];
  const value = await readSetting(read, setting);
  return value === undefined ? usual : bookNumberSchema.parse(value);
}

/**
 * Numbers already given keep the form they were given in.
 * @throws AppError INVALID_INPUT when the other book writes its numbers with the same 字头: they would be mistaken
 */
export async function saveBookNumber(
  change: Change,
  kind: Owner['kind'],
  value: BookNumberSetting,
): Promise<BookNumberSetting> {
  const other = kind === 'incoming' ? 'matter' : 'incoming';
  if ((await readBookNumber(change.read, other)).prefix === value.prefix) {
    refuse('prefix', `字头“${value.prefix}”已用于${BOOKS[other].name}，两本簿会混淆，没有保存。请另取字头。`);
  }
  const { name, setting } = BOOKS[kind];
  const example = formatNumber(value, new Date(change.at).getFullYear(), 1);
  await writeSetting(change, setting, value, `${name}写作 ${example}`);
  return value;
}

/** 收〔2026〕0001. */
export function formatNumber(setting: BookNumberSetting, year: number, serial: number): string {
  return `${setting.prefix}〔${year}〕${String(serial).padStart(setting.digits, '0')}`;
}
