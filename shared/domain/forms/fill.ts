import type {
  CellDeclaration,
  FormDeclaration,
  FormField,
  FormRecord,
  RowDeclaration,
  SectionDeclaration,
} from './declaration.ts';
import { FORM_FIELDS } from './declaration.ts';
import type { FormSheet, SheetCell, SheetParagraph, SheetRow, SheetSection } from './sheet.ts';

export interface FillOptions {
  /** False: what people write with the pen stays empty (留空手填). */
  readonly filled: boolean;
  /** Adds the 办理过程. */
  readonly history: boolean;
}

export interface FormHead {
  readonly officeName: string;
  readonly code: string;
  readonly marks: readonly string[];
}

type Entry = Readonly<Record<string, string>>;

/** The sheet of a form for one record. */
export function fillForm(
  form: FormDeclaration,
  record: FormRecord,
  head: FormHead,
  options: FillOptions,
): FormSheet {
  const words = (template: string): string =>
    template.replaceAll(/\{(\w+)\}/gu, (_all, field: string) => textOf(record, fieldOf(field)));
  return {
    name: form.name,
    ...head,
    above: { left: words(form.above.left), right: words(form.above.right) },
    note: form.note,
    sections: form.sections
      .filter((section) => isShown(section, record, options))
      .map((section) => fillSection(section, record, options)),
  };
}

const textOf = (record: FormRecord, field: FormField): string => record.texts[field] ?? '';

function fieldOf(name: string): FormField {
  const field = FORM_FIELDS.find((known) => known === name);
  if (field === undefined) throw new Error(`a form asks for a field that does not exist: ${name}`);
  return field;
}

function isShown(section: SectionDeclaration, record: FormRecord, options: FillOptions): boolean {
  if (section.onlyWithHistory === true && !options.history) return false;
  if (section.notWhenEmpty !== true || section.each === undefined) return true;
  return (record.lists[section.each.list] ?? []).length > 0;
}

function fillSection(section: SectionDeclaration, record: FormRecord, options: FillOptions): SheetSection {
  const heading = (section.heading ?? []).map((row) => fillRow(row, record, options, {}));
  const { each } = section;
  if (each === undefined) {
    return { heading, rows: section.rows.map((row) => fillRow(row, record, options, {})) };
  }
  const entries = record.lists[each.list] ?? [];
  const count = Math.max(Math.ceil(entries.length / each.perRow), each.leastRows);
  const rows: SheetRow[] = [];
  for (let at = 0; at < count; at += 1) {
    for (const row of section.rows) {
      const cells = Array.from({ length: each.perRow }, (_, side) => {
        const entry = entries[at * each.perRow + side] ?? {};
        return fillRow(row, record, options, entry).cells;
      });
      rows.push({ minHeight: row.minHeight, cells: cells.flat() });
    }
  }
  return { heading, rows };
}

function fillRow(row: RowDeclaration, record: FormRecord, options: FillOptions, entry: Entry): SheetRow {
  return {
    minHeight: row.minHeight,
    ...(row.grow === undefined ? {} : { grow: row.grow }),
    cells: row.cells.map((cell) => fillCell(cell, record, options, entry)),
  };
}

const lines = (texts: readonly string[]): SheetParagraph[] => texts.map((text) => ({ text }));
const signatures = (texts: readonly string[]): SheetParagraph[] =>
  texts.map((text) => ({ text, kind: 'signature' }));

function fillCell(cell: CellDeclaration, record: FormRecord, options: FillOptions, entry: Entry): SheetCell {
  const { width } = cell;
  if ('label' in cell) return { width, label: true, paragraphs: lines([cell.label]) };
  if ('fixed' in cell) return { width, paragraphs: [{ text: cell.fixed, indent: true }] };
  if ('sign' in cell) return { width, paragraphs: [], foot: signatures(cell.sign) };
  if ('opinions' in cell) {
    const known = options.filled ? (record.opinions[cell.opinions] ?? []) : [];
    if (known.length === 0) return { width, top: true, paragraphs: [], foot: signatures(cell.foot) };
    return { width, top: true, paragraphs: known.flatMap(opinionParagraphs) };
  }
  const blank = cell.byHand === true && !options.filled;
  if ('choices' in cell) {
    const chosen = blank ? '' : textOf(record, cell.value);
    const marked = cell.choices.map((choice) => `${choice === chosen ? '■' : '□'}${choice}`);
    return { width, paragraphs: lines([marked.join('　')]) };
  }
  const align = cell.align === undefined ? {} : { align: cell.align };
  if ('entry' in cell) {
    return { width, ...align, paragraphs: lines([blank ? '' : (entry[cell.entry] ?? '')]) };
  }
  const text = blank ? '' : textOf(record, cell.value);
  const top = cell.top === true;
  const paragraphs = top
    ? text.split('\n').map((part) => ({ text: part, indent: true as const }))
    : lines([text]);
  return {
    width,
    ...align,
    ...(top ? { top } : {}),
    paragraphs: text === '' ? [] : paragraphs,
    ...(cell.foot === undefined ? {} : { foot: signatures(cell.foot) }),
  };
}

function opinionParagraphs({ text, name, on }: { text: string; name: string; on: string }): SheetParagraph[] {
  const sign = [name, on].filter((part) => part !== '').join('　');
  return [
    ...text.split('\n').map((part) => ({ text: part, indent: true as const })),
    ...(sign === '' ? [] : [{ text: sign, kind: 'signature' as const }]),
  ];
}
