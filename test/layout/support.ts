import type { z } from 'zod';
import { layout } from '../../electron/docgen/layout/layout.ts';
import type { LayoutOptions } from '../../electron/docgen/layout/layout.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import type {
  ElementKind,
  LaidOut,
  LaidOutPage,
  RuleItem,
  SealItem,
  TextItem,
} from '../../shared/gongwen/pages.ts';
import { bundledFonts } from '../docgen/fonts-for-tests.ts';

export const fonts = bundledFonts();

export type Input = Partial<z.input<typeof gongwenDraftSchema>>;

export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ type: 'heading', level, text });

/** A sentence of exactly `length` characters without punctuation inside. */
export const filler = (length: number): string =>
  '为进一步规范全市公文处理工作提高公文质量和办理效率现就有关事项通知如下请结合实际认真贯彻落实'
    .repeat(Math.ceil(length / 45))
    .slice(0, length);

/** A complete 通知 that single tests change. */
export function notice(input: Input = {}): Gongwen {
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['湖州市人民政府办公室'],
    documentNumber: { issuerCode: '湖政办发', year: 2026, serial: 12 },
    title: '关于进一步规范公文处理工作的通知',
    addressees: ['各区县人民政府', '市府各部门', '市直各单位'],
    body: [paragraph(`${filler(36)}。`)],
    issuedOn: '2026-03-05',
    ...input,
  });
}

export const lay = (input: Input = {}, options: LayoutOptions = {}): LaidOut =>
  layout(notice(input), fonts, options);

export const texts = (page: LaidOutPage | undefined): TextItem[] =>
  (page?.items ?? []).filter((item): item is TextItem => item.kind === 'text');

export const rules = (page: LaidOutPage | undefined): RuleItem[] =>
  (page?.items ?? []).filter((item): item is RuleItem => item.kind === 'rule');

export const seals = (page: LaidOutPage | undefined): SealItem[] =>
  (page?.items ?? []).filter((item): item is SealItem => item.kind === 'seal');

/** One printed line: all text of an element that shares a line number, from left to right. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly page: number;
  readonly items: readonly TextItem[];
}

export function linesOf(laidOut: LaidOut, element: ElementKind): Line[] {
  return laidOut.pages.flatMap((page) => {
    const byLine = new Map<number, TextItem[]>();
    for (const item of texts(page)) {
      if (item.element !== element) continue;
      byLine.set(item.line, [...(byLine.get(item.line) ?? []), item]);
    }
    return [...byLine.values()].map((items) => ({
      text: items.map((item) => item.text).join(''),
      x: Math.min(...items.map((item) => item.xs[0] ?? 0)),
      right: Math.max(...items.map((item) => item.right)),
      baseline: items[0]?.baseline ?? 0,
      page: page.index,
      items,
    }));
  });
}

/** The value, or a failure that says what was missing. */
export function must<T>(value: T | undefined, what = 'value'): T {
  if (value === undefined) throw new Error(`missing ${what}`);
  return value;
}
