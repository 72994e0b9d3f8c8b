import type {
  FontRole,
  LaidOut,
  LaidOutPage,
  PageItem,
  RuleItem,
  TextItem,
} from '../../shared/gongwen/pages.ts';
import type { FontSet } from '../../electron/docgen/fonts/font-set.ts';

const PT_TO_MM = 25.4 / 72;

export interface HandMadeText {
  readonly role?: FontRole;
  readonly x: number;
  readonly baseline: number;
  readonly sizePt?: number;
  readonly color?: 'black' | 'red';
  readonly scaleX?: number;
  /** Distance of the cells in em; 1 when absent. */
  readonly pitch?: number;
}

/** Runs of a text on one line with every character in a cell of its own, split where the face changes. */
export function textRuns(fonts: FontSet, text: string, place: HandMadeText): TextItem[] {
  const { role = 'fangsong', sizePt = 16, color = 'black', scaleX = 1, pitch = 1 } = place;
  const cell = sizePt * PT_TO_MM * pitch * scaleX;
  const runs: { face: string; text: string; xs: number[] }[] = [];
  for (const [index, char] of Array.from(text).entries()) {
    const face = fonts.faceFor(role, char);
    const last = runs.at(-1);
    const run = last?.face === face ? last : { face, text: '', xs: [] };
    if (run !== last) runs.push(run);
    run.text += char;
    run.xs.push(place.x + index * cell);
  }
  return runs.map(({ face, text: run, xs }) => ({
    kind: 'text',
    element: 'body',
    path: 'body.0',
    text: run,
    face,
    xs,
    sizePt,
    color,
    baseline: place.baseline,
    right: (xs.at(-1) ?? place.x) + cell,
    scaleX,
    line: Math.round(place.baseline),
  }));
}

/** A horizontal rule. */
export function rule(y: number, thickness: number, color: 'black' | 'red'): RuleItem {
  return {
    kind: 'rule',
    element: 'redRule',
    path: 'documentNumber',
    x1: 28,
    y1: y,
    x2: 184,
    y2: y,
    thickness,
    color,
  };
}

export function pageOf(items: readonly PageItem[], index = 1): LaidOutPage {
  const typeArea = { left: 28, top: 37, right: 184, bottom: 262 };
  return { index, width: 210, height: 297, typeArea, items };
}

export function documentOf(pages: readonly LaidOutPage[], fonts: FontSet): LaidOut {
  const used = pages.flatMap((page) => page.items).filter((item) => item.kind === 'text');
  const faces = Object.fromEntries(used.map(({ face }) => [face, fonts.info(face)]));
  return { pages, faces, notes: [] };
}
