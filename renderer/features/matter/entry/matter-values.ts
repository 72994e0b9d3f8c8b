import type { MatterSource } from '../../../../shared/domain/flow-matter.ts';
import type { MatterDetail, MatterDraft } from '../../../../shared/features/matter.ts';
import { dateOf, timeOf } from '../../../app/format.ts';

/** What stands in the form of an order, as it is typed. */
export interface MatterValues extends Omit<MatterDraft, 'orderedOn' | 'dueOn'> {
  readonly orderedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly leadDepartmentId: string | undefined;
  readonly assistDepartmentIds: readonly string[];
}

/** A blank with what is right nine times of ten. @param now epoch ms */
export function newBlank(now: number, source: MatterSource = 'spoken'): MatterValues {
  return {
    title: '',
    source,
    orderedBy: '',
    orderedOn: dateOf(now),
    orderedTime: timeOf(now),
    words: '',
    secrecy: '',
    urgency: '平件',
    replyRequired: false,
    dueOn: undefined,
    remark: '',
    leadDepartmentId: undefined,
    assistDepartmentIds: [],
  };
}

export function valuesOf(item: MatterDetail): MatterValues {
  return {
    title: item.title,
    source: item.source,
    orderedBy: item.orderedBy,
    orderedOn: item.orderedOn,
    orderedTime: item.orderedTime,
    words: item.words,
    secrecy: item.secrecy,
    urgency: item.urgency,
    replyRequired: item.replyRequired,
    dueOn: item.dueOn ?? undefined,
    remark: item.remark,
    leadDepartmentId: undefined,
    assistDepartmentIds: [],
  };
}

/** The form as the program takes it. */
export function draftOf(values: MatterValues): Omit<MatterDraft, 'orderedOn'> & { orderedOn: string } {
  const { leadDepartmentId: _lead, assistDepartmentIds: _assists, ...draft } = values;
  return { ...draft, orderedOn: draft.orderedOn ?? '', dueOn: draft.dueOn ?? null };
}

const TITLE_ROOM = 60;

/** The first sentence of an order as its title, where none has been written. */
export function titleFrom(words: string): string {
  const [first = ''] = words.trim().split(/[。！？；\n]/u);
  return first.length > TITLE_ROOM ? `${first.slice(0, TITLE_ROOM - 1)}…` : first;
}
