import { fitLines } from './fit-lines.ts';
import type { FitLine } from './fit-lines.ts';
import type { FitChar } from './line-widths.ts';
import type { PageLine } from './page-lines.ts';
import type { ResolvedStyle } from './resolve-style.ts';
import { joinRuns, naturalPoints, runSpec, widestPoints } from './text-runs.ts';
import type { FontContext, RunSpec } from './text-runs.ts';

interface FitOptions {
  readonly style: ResolvedStyle;
  /** Width in pt of the first and the other lines. */
  readonly widths: { readonly first: number; readonly rest: number };
  /** Every line is ended by a line break. */
  readonly hardLines: boolean;
  /** The last line is set to the full width. */
  readonly cut?: boolean;
  /** The lines are not justified. */
  readonly ragged?: boolean;
  readonly context: FontContext;
}

/** 破折号: two dashes are one stroke of two cells, in every font. */
const isLongDash = (chars: readonly string[], index: number): boolean =>
  chars[index] === '—' && (chars[index - 1] === '—' || chars[index + 1] === '—');

function fitChars(line: PageLine, { style, context }: FitOptions): FitChar[] {
  return line.items.flatMap((item) => {
    const chars = Array.from(item.text);
    return chars.map((char, index) => ({
      char,
      natural: isLongDash(chars, index) ? item.sizePt : naturalPoints(item, char, context),
      widest: isLongDash(chars, index) ? item.sizePt : widestPoints(item, char, context),
      styleSpacing: style.spacing,
      size: item.sizePt,
      format: `${item.face} ${item.sizePt}`,
    }));
  });
}

export interface FittedRuns {
  readonly specs: readonly RunSpec[];
  /** False where some program will break a line elsewhere. */
  readonly everywhere: boolean;
  /** Number of lines ended by a line break, although neither drafter nor sense asks for one. */
  readonly forced: number;
}

/** A paragraph's runs, line by line, with the spacing that makes word processors break as the layout did. */
export function fitEntry(lines: readonly PageLine[], options: FitOptions): FittedRuns {
  const fit: FitLine[] = lines.map((line, index) => ({
    chars: fitChars(line, options),
    available: index === 0 ? options.widths.first : options.widths.rest,
  }));
  const fitted = options.hardLines
    ? undefined
    : fitLines(fit, {
        isCut: options.cut === true,
        isRagged: options.ragged === true,
        isForWord: options.context.names === 'windows',
      });
  const specs = lines.flatMap((line, lineIndex) => {
    const breaks = lineIndex > 0 && (options.hardLines || fitted?.[lineIndex - 1]?.hardBreak === true);
    const before = breaks ? ('line' as const) : undefined;
    return line.items.map((item, index) => {
      // names of joint issuers stand side by side, each at its own tab stop
      const isColumn = item.element === 'issuerSignature' && line.items[index - 1]?.path !== item.path;
      const start = index === 0 ? before : isColumn ? 'tab' : undefined;
      return runSpec(item, item.text, options.context, {
        spacing: fitted?.[lineIndex]?.spacing,
        before: start,
      });
    });
  });
  return {
    specs: joinRuns(specs),
    everywhere: fitted?.every((line) => line.everywhere) !== false,
    forced: fitted?.filter(({ hardBreak }) => hardBreak).length ?? 0,
  };
}
