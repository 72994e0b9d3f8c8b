import type { CodedKind } from '../item-code.ts';

/** The forms an item can be printed on. */
export const FORM_KEYS = ['processing', 'circulation', 'returning', 'urging', 'ordering', 'issuing'] as const;
export type FormKey = (typeof FORM_KEYS)[number];

/** Texts of a record, by name; what a record does not know is left empty. */
export const FORM_FIELDS = [
  'senderName',
  'documentNumber',
  'receivedOn',
  'number',
  'secrecy',
  'urgency',
  'copies',
  'attachments',
  'title',
  'dueOn',
  'replyRequired',
  'lead',
  'assists',
  'result',
  'closedOn',
  'archiveNumber',
  'remark',
  'circulationMode',
  'circulationDue',
  'returnReason',
  'returnExplanation',
  'handlerName',
  'handlerPhone',
  'printedOn',
  'urgeTarget',
  'urgeLevel',
  'urgeMethod',
  'urgedOn',
  'urgeText',
  'orderedBy',
  'orderedAt',
  'orderSource',
  'orderWords',
  'orderDemand',
  'acceptance',
  'addressees',
  'copyTo',
  'draftDepartment',
  'drafterName',
  'drafterPhone',
  'printedCopies',
  'proofreader',
  'printedBy',
  'numberedBy',
  'sealedBy',
  'publicity',
  'basis',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Words of a person with name and day: 拟办意见, 批示, 签发. */
export interface Opinion {
  readonly text: string;
  readonly name: string;
  /** In words; empty when unknown. */
  readonly on: string;
}
export const OPINION_KEYS = [
  'proposals',
  'instructions',
  'approval',
  'countersigns',
  'departmentCheck',
  'officeCheck',
] as const;
export type OpinionKey = (typeof OPINION_KEYS)[number];

export const LIST_KEYS = ['readers', 'urgings', 'history'] as const;
export type ListKey = (typeof LIST_KEYS)[number];

/** What is known of an item, for any form. */
export interface FormRecord {
  readonly texts: Partial<Readonly<Record<FormField, string>>>;
  readonly opinions: Partial<Readonly<Record<OpinionKey, readonly Opinion[]>>>;
  readonly lists: Partial<Readonly<Record<ListKey, readonly Readonly<Record<string, string>>[]>>>;
}

interface CellBase {
  /** mm; the cells of a row add up to the width of the table. */
  readonly width: number;
}

/** `byHand`: left empty where the person prints 留空手填. `foot`: lines to sign on, at the lower edge. */
export type CellDeclaration =
  | (CellBase & { readonly label: string })
  | (CellBase & {
      readonly value: FormField;
      readonly align?: 'center';
      readonly top?: true;
      readonly byHand?: true;
      readonly foot?: readonly string[];
    })
  | (CellBase & { readonly opinions: OpinionKey; readonly foot: readonly string[] })
  | (CellBase & {
      readonly choices: readonly string[];
      readonly value: FormField;
      readonly byHand?: true;
    })
  | (CellBase & { readonly fixed: string })
  | (CellBase & { readonly sign: readonly string[] })
  | (CellBase & { readonly entry: string; readonly align?: 'center'; readonly byHand?: true });

export interface RowDeclaration {
  readonly minHeight: number;
  readonly grow?: number;
  readonly cells: readonly CellDeclaration[];
}

export interface SectionDeclaration {
  readonly heading?: readonly RowDeclaration[];
  readonly rows: readonly RowDeclaration[];
  /** The rows are those of one entry of a list, `perRow` entries side by side. */
  readonly each?: {
    readonly list: ListKey;
    readonly perRow: number;
    /** Empty ones follow up to this number, for the pen. */
    readonly leastRows: number;
  };
  /** Only where the person asks for the 办理过程. */
  readonly onlyWithHistory?: true;
  /** Left out where the list is empty. */
  readonly notWhenEmpty?: true;
}

export interface FormDeclaration {
  readonly name: string;
  readonly kinds: readonly CodedKind[];
  readonly above: { readonly left: string; readonly right: string };
  readonly note: string;
  readonly sections: readonly SectionDeclaration[];
}

/** Width of every form's table, mm. */
export const TABLE_WIDTH = 165;
