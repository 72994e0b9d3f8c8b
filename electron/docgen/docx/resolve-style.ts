import type { FontRole } from '../../../shared/gongwen/pages.ts';
import { NORMAL, STYLES } from './style-table.ts';
import type { StyleSpec } from './style-table.ts';

/** A paragraph style with everything it inherits. */
export interface ResolvedStyle {
  readonly id: string;
  readonly role: FontRole;
  /** pt */
  readonly size: number;
  /** twips */
  readonly spacing: number;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly indent: Required<NonNullable<StyleSpec['indent']>>;
  readonly alignment: NonNullable<StyleSpec['alignment']>;
  readonly keepNext: boolean;
  readonly pageBreakBefore: boolean;
}

const BY_ID: ReadonlyMap<string, StyleSpec> = new Map(STYLES.map((style) => [style.id, style]));

const ROOT: ResolvedStyle = {
  id: NORMAL.id,
  role: NORMAL.role ?? 'fangsong',
  size: NORMAL.size ?? 16,
  spacing: NORMAL.spacing ?? 0,
  before: 0,
  after: 0,
  line: NORMAL.line ?? 240,
  indent: { left: 0, right: 0, firstLine: 0, hanging: 0 },
  alignment: NORMAL.alignment ?? 'both',
  keepNext: false,
  pageBreakBefore: false,
};

const cache = new Map<string, ResolvedStyle>();

/** The style with its `basedOn` chain applied. @throws Error for an id the table lacks. */
export function resolveStyle(id: string): ResolvedStyle {
  if (id === NORMAL.id) return ROOT;
  const known = cache.get(id);
  if (known !== undefined) return known;
  const own = BY_ID.get(id);
  if (own === undefined) throw new Error(`unknown style ${id}`);
  const base = resolveStyle(own.basedOn ?? NORMAL.id);
  const resolved: ResolvedStyle = {
    id,
    role: own.role ?? base.role,
    size: own.size ?? base.size,
    spacing: own.spacing ?? base.spacing,
    before: own.before ?? base.before,
    after: own.after ?? base.after,
    line: own.line ?? base.line,
    indent: own.indent === undefined ? base.indent : { ...base.indent, ...own.indent },
    alignment: own.alignment ?? base.alignment,
    keepNext: own.keepNext ?? base.keepNext,
    pageBreakBefore: own.pageBreakBefore ?? base.pageBreakBefore,
  };
  cache.set(id, resolved);
  return resolved;
}
