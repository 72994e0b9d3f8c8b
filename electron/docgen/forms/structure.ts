import type { FormSheet } from '../../../shared/domain/forms/sheet.ts';
import type { PageItem } from '../../../shared/gongwen/pages.ts';
import type { Role, Step, TagStructure } from '../pdf/roles.ts';

/** How a reader who listens goes through a form: its title, then the rows of one table with merged cells. */

interface Grid {
  /** Column that begins at x mm from the table's left edge plus the page's margin. */
  readonly columnOf: (left: number) => number;
  readonly edges: readonly number[];
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.05;

/** The columns of a table whose rows are divided differently: one for every edge of any row. */
export function gridOf(sheet: Pick<FormSheet, 'sections'>, margin = 25): Grid {
  const edges: number[] = [];
  for (const row of rowsOf(sheet)) {
    let x = margin;
    for (const { width } of row.cells) {
      if (!edges.some((edge) => near(edge, x))) edges.push(x);
      x += width;
    }
  }
  edges.sort((a, b) => a - b);
  return { edges, columnOf: (left) => edges.findIndex((edge) => near(edge, left)) };
}

const rowsOf = ({ sections }: Pick<FormSheet, 'sections'>) =>
  sections.flatMap(({ heading, rows }) => [...heading, ...rows]);

const TABLE: Step = { tag: 'Table', key: 'form' };
const content = (...steps: readonly Step[]): Role => ({ kind: 'content', steps });
const PAGINATION: Role = { kind: 'artifact', type: 'Pagination' };
const LAYOUT: Role = { kind: 'artifact', type: 'Layout' };

/** Tags of a form. */
export function formStructure(sheet: FormSheet): TagStructure {
  const { columnOf, edges } = gridOf(sheet);
  const cells = new Map<string, Step>();
  const rows: Step[][] = [];
  rowsOf(sheet).forEach((row, index) => {
    let x = 25;
    for (const cell of row.cells) {
      const key = `form.rows.${index}.${columnOf(x)}`;
      const next = columnOf(x + cell.width);
      const columns = (next < 0 ? edges.length : next) - columnOf(x);
      const tag = cell.label === true ? 'TH' : 'TD';
      const step: Step = {
        tag,
        key,
        ...(columns > 1 ? { span: { rows: 1, columns } as Step['span'] & {} } : {}),
      };
      cells.set(key, step);
      rows.push([TABLE, { tag: 'TR', key: `form.rows.${index}` }, step]);
      x += cell.width;
    }
  });
  return {
    roleOf: (item) => {
      const known = furnitureRole(item);
      if (known !== undefined) return known;
      const cell = cells.get(item.path);
      if (cell === undefined) return content({ tag: 'P', key: `${item.element} ${item.path}` });
      return content(TABLE, { tag: 'TR', key: item.path.replace(/\.\d+$/u, '') }, cell);
    },
    skeleton: (key) => (key === TABLE.key ? rows : []),
  };
}

/** Entries beyond this are one paragraph each: a tag for every cell of a year's book would double the file. */
const CELL_TAGS = 300;

/** Tags of a register of so many entries. */
export function registerStructure(entries: number): TagStructure {
  return {
    roleOf: (item) => {
      const known = furnitureRole(item);
      if (known !== undefined) return known;
      const found = /^register\.(header|rows\.\d+)\.\d+$/u.exec(item.path);
      if (found === null) return content({ tag: 'P', key: `${item.element} ${item.path}` });
      const row = `register.${found[1] ?? ''}`;
      if (entries > CELL_TAGS) return content({ tag: 'P', key: row });
      const tag = found[1] === 'header' ? 'TH' : 'TD';
      return content({ tag: 'Table', key: 'register' }, { tag: 'TR', key: row }, { tag, key: item.path });
    },
    skeleton: () => [],
  };
}

function furnitureRole(item: PageItem): Role | undefined {
  if (item.kind !== 'text') return LAYOUT;
  if (item.element === 'pageNumber') return PAGINATION;
  if (item.element === 'title') return content({ tag: 'H1', key: 'title' });
  return undefined;
}
