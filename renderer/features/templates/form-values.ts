import type { z } from 'zod';
import type { Office } from '../../../shared/features/office.ts';
import { templateNameSchema } from '../../../shared/features/templates.ts';
import { OFFICIAL_RED } from '../../../shared/gongwen/red.ts';
import { templateContentSchema, USUAL_SUFFIX } from '../../../shared/gongwen/template.ts';
import type { TemplateContent } from '../../../shared/gongwen/template.ts';
import { joinGroups, joinNames, splitGroups, splitNames } from '../outgoing/editor/form/name-list.ts';

/** What the form holds: lists as the lines a person types. */
export interface TemplateValues {
  readonly name: string;
  readonly format: TemplateContent['format'];
  readonly issuers: string;
  readonly markNames: string;
  readonly markSuffix: string;
  /** mm; null: automatic. */
  readonly charHeight: number | null;
  readonly charWidth: number | null;
  readonly color: TemplateContent['color'];
  readonly issuerCode: string;
  readonly addressees: string;
  readonly printingOffice: string;
  readonly copyTo: string;
  readonly sealing: TemplateContent['sealing'];
}

export function valuesOf(name: string, content: TemplateContent): TemplateValues {
  return {
    ...content,
    name,
    issuers: joinNames(content.issuers),
    markNames: joinNames(content.markNames),
    charHeight: content.charHeight ?? null,
    charWidth: content.charWidth ?? null,
    addressees: joinNames(content.addressees),
    copyTo: joinGroups(content.copyTo),
  };
}

/** A new template starts with what the office is called. */
export function freshValues(office: Office | undefined): TemplateValues {
  const code = office?.issuerCodes.find((candidate) => candidate.active && !candidate.sample);
  return {
    name: '',
    format: 'document',
    issuers: joinNames(code?.issuers ?? (office === undefined ? [] : [office.name])),
    markNames: '',
    markSuffix: code?.markSuffix ?? USUAL_SUFFIX.document,
    charHeight: null,
    charWidth: null,
    color: OFFICIAL_RED,
    issuerCode: code?.code ?? '',
    addressees: '',
    printingOffice: office?.printingOffice ?? '',
    copyTo: '',
    sealing: 'seal',
  };
}

export type TemplateField = keyof TemplateValues;
export type FieldFaults = Partial<Record<TemplateField, string>>;

export type CheckedValues =
  | { readonly ok: true; readonly name: string; readonly content: TemplateContent }
  | { readonly ok: false; readonly faults: FieldFaults };

function candidate(values: TemplateValues): z.input<typeof templateContentSchema> {
  const { name: _name, charHeight, charWidth, ...rest } = values;
  return {
    ...rest,
    issuers: splitNames(values.issuers),
    markNames: splitNames(values.markNames),
    ...(charHeight === null ? {} : { charHeight }),
    ...(charWidth === null ? {} : { charWidth }),
    addressees: splitNames(values.addressees),
    copyTo: splitGroups(values.copyTo),
  };
}

/** The content the values stand for, whatever the name; undefined while a field is at fault. */
export function contentOf(values: TemplateValues): TemplateContent | undefined {
  return templateContentSchema.safeParse(candidate(values)).data;
}

/** What can be saved, or the first fault of every field. */
export function checkValues(values: TemplateValues): CheckedValues {
  const name = templateNameSchema.safeParse(values.name);
  const content = templateContentSchema.safeParse(candidate(values));
  if (name.success && content.success) return { ok: true, name: name.data, content: content.data };
  const faults: FieldFaults = {};
  for (const issue of content.error?.issues ?? []) {
    const field = fieldOf(issue.path[0]);
    if (field !== undefined) faults[field] ??= issue.message;
  }
  const nameFault = name.error?.issues[0]?.message;
  return { ok: false, faults: nameFault === undefined ? faults : { name: nameFault, ...faults } };
}

/** In the order of the form. */
export const FIELD_ORDER: readonly TemplateField[] = [
  'name',
  'format',
  'issuers',
  'markNames',
  'markSuffix',
  'charHeight',
  'charWidth',
  'color',
  'issuerCode',
  'addressees',
  'sealing',
  'copyTo',
  'printingOffice',
];

function fieldOf(key: PropertyKey | undefined): TemplateField | undefined {
  return FIELD_ORDER.find((field) => field === key);
}
