import { parseItemCode } from '../../../shared/domain/item-code.ts';
import type { CodedKind, ItemCode } from '../../../shared/domain/item-code.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { idsWithTail } from '../../db/item-tail.ts';
import type { Reader } from '../../db/schema.ts';

interface Found {
  readonly kind: CodedKind;
  readonly id: string;
  readonly label: string;
}

const WHERE = '编码印在处理单、稿纸等右上角的二维码下面，例如 SW-2026-0042-K。';

/** The item a code belongs to, however it was typed. @throws AppError NOT_FOUND, saying what is wrong */
export async function findByCode(read: Reader, typed: string): Promise<Found> {
  const parsed = parseItemCode(typed);
  if (!parsed.ok) {
    throw new AppError(
      'NOT_FOUND',
      parsed.reason === 'wrongCheck'
        ? `编码“${typed.trim()}”有错字：末位校验不符。请对照单子上二维码下面的编码重新输入，或再扫一次。`
        : `“${typed.trim()}”不是单子上的编码。${WHERE}`,
    );
  }
  const { code } = parsed;
  const found = 'tail' in code ? await byTail(read, code) : await byNumber(read, code);
  if (found === undefined) {
    throw new AppError(
      'NOT_FOUND',
      `编码“${typed.trim()}”没有错，但本机没有这一件：可能登记在别的电脑或别的数据文件夹里。`,
    );
  }
  const { id, number, title } = found;
  return { kind: code.kind, id, label: [number, title].filter((part) => part !== '').join(' ') };
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

async function byNumber(
  read: Reader,
  { kind, year, serial }: Extract<ItemCode, { year: number }>,
): Promise<Row | undefined> {
  if (kind === 'outgoing') return undefined;
  if (kind === 'matter') {
    return read
      .selectFrom('matter')
      .select(['id', 'number', 'title'])
      .where('year', '=', year)
      .where('serial', '=', serial)
      .executeTakeFirst();
  }
  return read
    .selectFrom('incoming')
    .select(['id', 'number', 'title'])
    .where('bookYear', '=', year)
    .where('serial', '=', serial)
    .executeTakeFirst();
}

async function byTail(
  read: Reader,
  { kind, tail }: Extract<ItemCode, { tail: string }>,
): Promise<Row | undefined> {
  // Every 承办件 has its number from the first.
  if (kind === 'matter') return undefined;
  const [id, another] = await idsWithTail(read, kind, tail);
  if (id === undefined || another !== undefined) return undefined;
  return kind === 'incoming'
    ? read.selectFrom('incoming').select(['id', 'number', 'title']).where('id', '=', id).executeTakeFirst()
    : read
        .selectFrom('outgoing')
        .select(['id', 'documentNumber as number', 'title'])
        .where('id', '=', id)
        .executeTakeFirst();
}
