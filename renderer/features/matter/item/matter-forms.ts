import { createElement } from 'react';
import { URGE_LEVELS } from '../../../../shared/domain/flow-incoming.ts';
import { matterFieldLabel } from '../../../../shared/domain/flow-matter.ts';
import type { MatterAction, MatterField, MatterState } from '../../../../shared/domain/flow-matter.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { deadlineLight } from '../../../../shared/domain/workdays.ts';
import { urgingText } from '../../../../shared/domain/urging-text.ts';
import type { MatterDetail } from '../../../../shared/features/matter.ts';
import type { FlowField } from '../../../ui/flow/flow-field.ts';
import { candidates, unreported } from '../../incoming/item/assignments.ts';
import { ITEM_CONTROLS } from '../../incoming/item/ItemControls.tsx';
import type { ItemControlProps } from '../../incoming/item/ItemControls.tsx';
import type { ItemValues } from '../../incoming/item/item-values.ts';

export interface MatterFacts {
  readonly item: MatterDetail;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly calendar: WorkCalendar;
}
export type MatterStep = MatterDetail['actions'][number];

/** The form of an action, made from its row of the flow table with the controls of 收文. */
export function fieldsFor(step: MatterStep, facts: MatterFacts): FlowField<ItemValues>[] {
  const { item, calendar, today } = facts;
  const handled = { item: { assignments: item.assignments, readers: [] }, calendar, today };
  const field = (name: MatterField, required: boolean): FlowField<ItemValues> => {
    const help = helpOf(name, item);
    return {
      name,
      label: matterFieldLabel(step.action, name),
      required,
      render: (control: ItemControlProps['control']) =>
        createElement(ITEM_CONTROLS[name], { control, facts: handled, action: step.action }),
      ...(help === undefined ? {} : { help }),
    };
  };
  const asked = (name: MatterField): boolean => name !== 'forceReason' || unreported(item).length > 0;
  return [
    ...step.requires.filter(asked).map((name) => field(name, true)),
    ...step.offers.filter(asked).map((name) => field(name, false)),
  ];
}

function helpOf(name: MatterField, item: MatterDetail): string | undefined {
  if (name === 'approvedBy') return '须经主任批准';
  if (name !== 'forceReason') return undefined;
  const names = unreported(item).map(({ departmentName }) => departmentName);
  return `${names.join('、')}还没有反馈；确需办结才写理由。`;
}

const withFirst =
  (action: MatterAction) =>
  (facts: MatterFacts): ItemValues => ({
    assignmentId: candidates(facts.item, action)[0]?.id,
  });

/** What a form starts with: right nine times of ten, empty rather than wrong. */
const STARTS: Partial<Record<MatterAction, (facts: MatterFacts) => ItemValues>> = {
  assign: ({ item }) => (item.dueOn === null ? {} : { dueOn: item.dueOn }),
  acceptAssignment: (facts) => ({
    ...withFirst('acceptAssignment')(facts),
    signerName: candidates(facts.item, 'acceptAssignment')[0]?.personName,
  }),
  report: withFirst('report'),
  transfer: withFirst('transfer'),
  extend: withFirst('extend'),
  removeAssist: withFirst('removeAssist'),
  urge: (facts) => ({
    ...withFirst('urge')(facts),
    urgeLevel: URGE_LEVELS[Math.min(facts.item.urgings.length, URGE_LEVELS.length - 1)],
    urgeMethod: '微信',
  }),
  reply: ({ today }) => ({ repliedOn: today, replyMethod: '当面' }),
};

export function startValues(action: MatterAction, facts: MatterFacts): ItemValues {
  return STARTS[action]?.(facts) ?? {};
}

/** The words of an urging for what is chosen in the form. */
export function urgeWords(
  values: ItemValues,
  { item, today, calendar }: MatterFacts,
  officeName: string,
): string {
  const assignment = item.assignments.find(({ id }) => id === values.assignmentId);
  const dueOn = assignment?.dueOn ?? item.dueOn;
  const left = deadlineLight(calendar, today, dueOn).value.workdaysLeft;
  return urgingText({
    level: values.urgeLevel ?? '提醒',
    title: item.title,
    number: item.number,
    target: assignment?.departmentName ?? item.leadName,
    dueOn,
    overdueDays: left === null ? null : -left,
    officeName,
    document: false,
    withoutTitle: item.secrecy === '工作秘密',
  });
}

const LIKELY: Readonly<Record<MatterState, MatterAction | null>> = {
  awaitingAssignment: 'assign',
  handling: 'completeHandling',
  awaitingReply: 'reply',
  closed: null,
  suspended: 'resume',
  voided: null,
};

/** The step that usually comes next; null where nothing stands out. */
export function likelyAction(item: MatterDetail): MatterAction | null {
  if (item.state !== 'handling') return LIKELY[item.state];
  return (
    (['acceptAssignment', 'report'] as const).find((action) => candidates(item, action).length > 0) ??
    'completeHandling'
  );
}
