import type { PaperKind } from './paper.ts';

/** Where a reading was taken: on one of the two prints, or from the program's own 校核. */
export type Source = PaperKind | 'check';

/** One measured value against what the rule asks for; both ends of the allowed range included. */
export interface Reading {
  readonly rule: string;
  readonly source: Source;
  readonly what: string;
  readonly measured: number;
  readonly least: number;
  readonly most: number;
  readonly unit: 'mm' | 'pt' | '';
  readonly ok: boolean;
  /** Why there is no value. */
  readonly failure?: string;
}

/** How far a length may be from the rule, mm; 0.3 is asked for in the PDF, a third of it is kept. */
export const TOLERANCE: Readonly<Record<Source, number>> = { pdf: 0.1, docx: 1, check: 0 };
/** Rounding of a size given in half points, pt. */
const POINTS = 0.15;

type Unit = Reading['unit'];

/** Takes the readings of one way of printing. */
export class Readings {
  readonly list: Reading[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /** A value that should be `expected`; lengths within the tolerance of the print unless another is given. */
  readonly is = (
    rule: string,
    what: string,
    measured: number,
    expected: number,
    unit: Unit = 'mm',
    own?: number,
  ): void => {
    const usual = unit === 'mm' ? TOLERANCE[this.source] : unit === 'pt' ? POINTS : 0;
    const tolerance = Math.max(own ?? usual, unit === 'mm' ? 0.001 : 0);
    this.between(rule, what, measured, expected - tolerance, expected + tolerance, unit);
  };

  readonly between = (
    rule: string,
    what: string,
    measured: number,
    least: number,
    most: number,
    unit: Unit = 'mm',
  ): void => {
    const ok = measured >= least && measured <= most;
    this.list.push({ rule, source: this.source, what, measured, least, most, unit, ok });
  };

  /** A statement that has to be true. */
  readonly holds = (rule: string, what: string, truth: boolean): void => {
    this.between(rule, what, truth ? 1 : 0, 1, 1, '');
  };

  readonly fails = (rule: string, what: string, failure: string): void => {
    const nothing = { measured: Number.NaN, least: 0, most: 0, unit: '', ok: false } as const;
    this.list.push({ rule, source: this.source, what, ...nothing, failure });
  };
}

/** A piece of measuring; what it throws counts as failure of its rules. */
export interface Measure<Subject> {
  readonly rules: readonly string[];
  readonly take: (subject: Subject, readings: Readings) => void | Promise<void>;
}

export async function takeAll<Subject>(
  measures: readonly Measure<Subject>[],
  subject: Subject,
  readings: Readings,
): Promise<void> {
  for (const { rules, take } of measures) {
    try {
      await take(subject, readings);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      for (const rule of rules) {
        if (!readings.list.some((reading) => reading.rule === rule)) readings.fails(rule, '量测', failure);
      }
      if (rules.every((rule) => readings.list.some((each) => each.rule === rule && each.ok)))
        readings.fails(rules[0] ?? '', '量测', failure);
    }
  }
}
