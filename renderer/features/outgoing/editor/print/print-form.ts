import {
  DEFAULT_DUPLEX,
  MAX_COPY_NUMBER,
  choosePages,
  formatCopyNumber,
  parseCopyNumber,
  parsePageRanges,
  sheetsOf,
} from '../../../../../shared/domain/print.ts';
import type { Duplex, PageRange, PrintOffset } from '../../../../../shared/domain/print.ts';
import type { PrinterChoice, PrintOptions } from '../../../../../shared/features/document-print.ts';

/** What the person has changed; null stands for what is proposed. */
export interface PrintForm {
  readonly printer: string | null;
  readonly copies: number;
  readonly pages: string;
  readonly duplex: Duplex | null;
  readonly firstCopyNumber: string | null;
}

export const EMPTY_FORM: PrintForm = {
  printer: null,
  copies: 1,
  pages: '',
  duplex: null,
  firstCopyNumber: null,
};

/** The form with its proposals filled in and judged. */
export interface PrintPlan {
  readonly printer: PrinterChoice | undefined;
  readonly copies: number;
  readonly duplex: Duplex;
  readonly ranges: readonly PageRange[];
  /** 1-based pages that are printed. */
  readonly chosen: readonly number[];
  readonly pagesFault: string | null;
  /** As shown in the field; absent when no 份号 is wanted. */
  readonly firstCopyNumber: string | undefined;
  readonly firstValue: number | undefined;
  readonly copyNumberFault: string | null;
  /** Not forbidden, but hardly meant: numbers that were given before. */
  readonly copyNumberWarning: string | null;
  readonly sheets: number;
}

/** 份号 is counted when the document bears one. */
export function planPrint(
  form: PrintForm,
  options: PrintOptions | undefined,
  document: { readonly copyNumber?: string | undefined; readonly pageCount: number },
): PrintPlan {
  const printers = options?.printers ?? [];
  const printer =
    printers.find(({ name }) => name === form.printer) ??
    printers.find(({ name }) => name === options?.lastPrinter) ??
    printers[0];
  const duplex = form.duplex ?? printer?.duplex ?? DEFAULT_DUPLEX;
  const parsed = parsePageRanges(form.pages, document.pageCount);
  const ranges = parsed.ok ? parsed.ranges : [];
  const all = Array.from({ length: document.pageCount }, (_, index) => index + 1);
  const chosen = parsed.ok ? choosePages(all, ranges) : [];
  const last = options?.lastCopyNumber ?? null;
  return {
    printer,
    copies: form.copies,
    duplex,
    ranges,
    chosen,
    pagesFault: parsed.ok ? null : parsed.message,
    ...planCopyNumbers(form, document.copyNumber, last),
    sheets: sheetsOf(chosen.length, form.copies, duplex),
  };
}

type CopyNumbers = Pick<
  PrintPlan,
  'firstCopyNumber' | 'firstValue' | 'copyNumberFault' | 'copyNumberWarning'
>;

function planCopyNumbers(form: PrintForm, own: string | undefined, last: number | null): CopyNumbers {
  const none = { copyNumberFault: null, copyNumberWarning: null };
  if (own === undefined || own === '') return { ...none, firstCopyNumber: undefined, firstValue: undefined };
  const next = last === null ? (parseCopyNumber(own) ?? 1) : last + 1;
  const shown = form.firstCopyNumber ?? formatCopyNumber(next);
  const value = parseCopyNumber(shown);
  if (value === undefined) {
    const copyNumberFault = '份号是 1 至 6 位数字，如 000001。';
    return { ...none, firstCopyNumber: shown, firstValue: undefined, copyNumberFault };
  }
  if (value + form.copies - 1 > MAX_COPY_NUMBER) {
    const copyNumberFault = '份号超过了 999999，请减少份数或改小起始份号。';
    return { ...none, firstCopyNumber: shown, firstValue: undefined, copyNumberFault };
  }
  const copyNumberWarning =
    last !== null && value <= last
      ? `份号已经印到 ${formatCopyNumber(last)}，这样会有重号。重印坏页可以不管；补印请从 ${formatCopyNumber(last + 1)} 起。`
      : null;
  return { ...none, firstCopyNumber: shown, firstValue: value, copyNumberWarning };
}

/** 例：000001—000020；单份只写一个。 */
export function copyNumbersText(first: number, copies: number): string {
  const from = formatCopyNumber(first);
  return copies === 1 ? from : `${from}—${formatCopyNumber(first + copies - 1)}`;
}

/** 例：3 面 × 20 份 = 60 面，双面，A4 纸 40 张. */
export function amountText({ chosen, copies, duplex, sheets, pagesFault }: PrintPlan): string {
  if (pagesFault !== null) return '改好页码后显示用纸张数。';
  const sides = chosen.length;
  const product = copies === 1 ? `${sides} 面` : `${sides} 面 × ${copies} 份 = ${sides * copies} 面`;
  return `${product}，${duplex === 'simplex' ? '单面' : '双面'}，用 A4 纸 ${sheets} 张`;
}

/** 例：向右 1.5 毫米、向上 2.0 毫米；不动时为“不移动”. */
export function offsetText({ x, y }: PrintOffset): string {
  const parts = [
    ...(x === 0 ? [] : [`向${x > 0 ? '右' : '左'} ${Math.abs(x).toFixed(1)} 毫米`]),
    ...(y === 0 ? [] : [`向${y > 0 ? '下' : '上'} ${Math.abs(y).toFixed(1)} 毫米`]),
  ];
  return parts.length === 0 ? '不移动' : parts.join('、');
}
