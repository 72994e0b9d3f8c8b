import type { PreviewPage } from '../../../../../shared/features/document.ts';
import type { RuleContext } from '../../../../../shared/gongwen/element-rules.ts';
import type { Box } from './boxes.ts';

/** How near the pointer must be to a rule, mm: it is thinner than a pixel. */
const NEAR_RULE = 1.5;

/** An element pointed at: its box, and which of its rules is meant. */
export interface Pointed {
  readonly page: number;
  readonly box: Box;
  readonly ruleIndex?: number;
}

export function ruleOf({ box, ruleIndex }: Pointed): NonNullable<Box['rules']>[number] | undefined {
  return ruleIndex === undefined ? undefined : box.rules?.[ruleIndex];
}

/** What stands at a point in mm: a rule before the smallest box around it. */
export function pointAt(page: PreviewPage, x: number, y: number): Pointed | undefined {
  for (const box of page.boxes) {
    const ruleIndex = box.rules?.findIndex(
      (line) => x >= line.x && x <= line.x + line.length && Math.abs(y - line.y) <= NEAR_RULE,
    );
    if (ruleIndex !== undefined && ruleIndex >= 0) return { page: page.index, box, ruleIndex };
  }
  const [box] = page.boxes
    .filter(({ rules }) => rules === undefined)
    .filter((b) => x >= b.x && x <= b.x + b.width && y >= b.y && y <= b.y + b.height)
    .sort((a, b) => a.width * a.height - b.width * b.height);
  return box === undefined ? undefined : { page: page.index, box };
}

/** All that can be pointed at on a page, from top to bottom; every rule by itself. */
export function pointables(page: PreviewPage): Pointed[] {
  return page.boxes
    .flatMap((box): Pointed[] =>
      box.rules === undefined
        ? [{ page: page.index, box }]
        : box.rules.map((_rule, ruleIndex) => ({ page: page.index, box, ruleIndex })),
    )
    .sort((a, b) => topOf(a) - topOf(b) || a.box.x - b.box.x);
}

export function isSamePoint(a: Pointed, b: Pointed): boolean {
  return (
    a.page === b.page &&
    a.box.element === b.box.element &&
    a.box.path === b.box.path &&
    a.ruleIndex === b.ruleIndex
  );
}

function topOf(pointed: Pointed): number {
  return ruleOf(pointed)?.y ?? pointed.box.y;
}

/** Box to mark on the page, mm. */
export function markOf(pointed: Pointed): Pick<Box, 'x' | 'y' | 'width' | 'height'> {
  const rule = ruleOf(pointed);
  if (rule === undefined) return pointed.box;
  return { x: rule.x, y: rule.y - 0.6, width: rule.length, height: 1.2 };
}

/** 字号 by its name in print, for the sizes of the standard. */
const SIZE_NAMES: ReadonlyMap<number, string> = new Map([
  [22, '2号'],
  [16, '3号'],
  [14, '4号'],
  [12, '小四号'],
]);

const mm = (value: number): string => `${value.toFixed(1)} 毫米`;

/** Measured values of an element on its page, in Chinese: first what its rule speaks of, then where it stands. */
export function measuresOf(
  pointed: Pointed,
  { typeArea, height }: Pick<PreviewPage, 'typeArea' | 'height'>,
  { format }: Pick<RuleContext, 'format'>,
): string[] {
  const { box } = pointed;
  const rule = ruleOf(pointed);
  if (rule !== undefined) {
    return [
      `长 ${mm(rule.length)}，粗 ${rule.thickness.toFixed(2)} 毫米`,
      rule.y > height / 2
        ? `距版心下边缘 ${mm(Math.abs(typeArea.bottom - rule.y))}，距纸下边 ${mm(height - rule.y)}`
        : `距纸上边 ${mm(rule.y)}`,
      `左端距纸左边 ${mm(rule.x)}`,
    ];
  }
  const { x, y, width, height: tall } = box.ink ?? box;
  const size = box.sizePt === undefined ? [] : [sizeText(box.sizePt)];
  const place = `左 ${mm(x)}，上 ${mm(y)}，宽 ${mm(width)}，高 ${mm(tall)}（从纸边量起）`;
  if (box.element === 'issuerMark') {
    const top = format === 'letter' ? `距纸上边 ${mm(y)}` : `距版心上边缘 ${mm(y - typeArea.top)}`;
    return [
      `上边缘${top}`,
      `字高 ${mm(tall)}`,
      `左右各距版心 ${mm(x - typeArea.left)}、${mm(typeArea.right - x - width)}`,
    ];
  }
  if (box.element === 'pageNumber') {
    const dash = y + tall / 2 - typeArea.bottom;
    const odd = x + width / 2 > (typeArea.left + typeArea.right) / 2;
    const side = odd
      ? `距版心右边缘 ${mm(typeArea.right - x - width)}`
      : `距版心左边缘 ${mm(x - typeArea.left)}`;
    return [`一字线距版心下边缘 ${mm(dash)}`, side, ...size];
  }
  return [place, ...size];
}

function sizeText(pt: number): string {
  const name = SIZE_NAMES.get(pt);
  return name === undefined ? `字号 ${Math.round(pt * 100) / 100} 磅` : `字号 ${pt} 磅（${name}）`;
}
