import { cellsOf, titleCandidates } from '../../../../../shared/gongwen/break-title.ts';

/** Ways to break a title, with the outline each makes (GB/T 9704-2012 7.3.1: 梯形或菱形). */

/** 2号 characters on the 156 mm line: 156 mm / 22 pt = 20.1. */
const TITLE_CELLS = 20;
const MOST_CHOICES = 4;
/** A candidate this much worse than the best one is no real choice. */
const ACCEPTABLE_COST = 12;

export interface TitleChoice {
  /** The title as stored: without breaks where the automatic way is chosen. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly shape: string;
}

/** The outline of centred lines in one word. */
export function shapeOf(lines: readonly string[]): string {
  const steps = lines.map(cellsOf).flatMap((width, index, all) => {
    const before = all[index - 1];
    return before === undefined || before === width ? [] : [Math.sign(width - before)];
  });
  if (lines.length < 2) return '一行';
  if (steps.length === 0) return '等长';
  const turn = steps.findIndex((step) => step < 0);
  if (turn === -1) return '梯形';
  if (steps.slice(turn).some((step) => step > 0)) return '沙漏形';
  return turn === 0 ? '倒梯形' : '菱形';
}

/** The automatic way first, then the other good ones. Empty while the title needs only one line. */
export function titleChoices(title: string): readonly TitleChoice[] {
  const plain = title.replaceAll('\n', '');
  const [best, ...others] = plain.trim() === '' ? [] : titleCandidates(plain, TITLE_CELLS);
  if (best === undefined || best.lines.length < 2) return [];
  const good = others.filter(({ cost, lines }) => lines.length > 1 && cost <= best.cost + ACCEPTABLE_COST);
  return [
    { title: plain, lines: best.lines, shape: shapeOf(best.lines) },
    ...good.slice(0, MOST_CHOICES - 1).map(({ lines }) => ({
      title: lines.join('\n'),
      lines,
      shape: shapeOf(lines),
    })),
  ];
}

/** The choice a title stands for; -1 when its breaks are the drafter's own. */
export function chosenIndex(choices: readonly TitleChoice[], title: string): number {
  const at = choices.findIndex((choice) => choice.title === title);
  // The best way typed by hand is the automatic one, only fixed.
  return at === -1 && choices[0]?.lines.join('\n') === title ? 0 : at;
}
