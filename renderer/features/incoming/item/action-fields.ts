import { createElement } from 'react';
import { incomingFieldLabel } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingField } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import type { FlowField } from '../../../ui/flow/flow-field.ts';
import { unreported } from './assignments.ts';
import { proposedDeadline } from './defaults.ts';
import type { ItemFacts } from './defaults.ts';
import { ITEM_CONTROLS } from './ItemControls.tsx';
import type { ItemControlProps } from './ItemControls.tsx';
import type { ItemValues } from './item-values.ts';

export type ItemAction = IncomingDetail['actions'][number];

/** Filled in elsewhere: what was registered (F2), or where the action has its own way. */
const NOT_ASKED: ReadonlySet<IncomingField> = new Set(['title', 'senderName']);

/** Fields that have no sense for this item now. */
const IDLE: Partial<Record<IncomingField, (item: IncomingDetail) => boolean>> = {
  forceReason: (item) => unreported(item).length === 0,
  // 份数 is asked where the paper is counted; at 登记 it stands in the row.
  copies: (item) => item.state !== 'awaitingReceipt',
  leadDepartmentId: (item) =>
    item.state === 'closed' &&
    item.assignments.some(({ role, status }) => role === 'lead' && status === 'reported'),
};

const HELP: Partial<Record<IncomingField, (facts: ItemFacts, action: IncomingAction) => string | undefined>> =
  {
    receivedAt: () => '急件写到时分：2026-11-22 09:12',
    dueOn: (facts) => (facts.item.dueOn === null ? proposedDeadline(facts)?.why : undefined),
    forceReason: ({ item }) =>
      `${unreported(item)
        .map(({ departmentName }) => departmentName)
        .join('、')}还没有反馈；确需办结才写理由。`,
    approvedBy: () => '须经主任批准',
    basis: () => '例：职责分工表第3条',
    replyOutgoingId: () => '选中后两件互相关联',
    location: (_facts, action) => (action === 'move' ? undefined : '空着就是主办部门'),
    archiveNumber: () => '没有编出时可以空着',
  };

/** The form of an action: what it must have first, then what may be filled in besides. */
export function fieldsFor(action: ItemAction, facts: ItemFacts): FlowField<ItemValues>[] {
  const field = (name: IncomingField, required: boolean): FlowField<ItemValues> => {
    const help = HELP[name]?.(facts, action.action);
    const render = (control: ItemControlProps['control']) =>
      createElement(ITEM_CONTROLS[name], { control, facts, action: action.action });
    return {
      name,
      label: incomingFieldLabel(action.action, name),
      required,
      render,
      ...(help === undefined ? {} : { help }),
    };
  };
  const asked = (name: IncomingField): boolean => !NOT_ASKED.has(name) && IDLE[name]?.(facts.item) !== true;
  return [
    ...action.requires.filter(asked).map((name) => field(name, true)),
    ...action.offers.filter(asked).map((name) => field(name, false)),
  ];
}

/** A step that asks for nothing and can be taken back is taken at once. */
export function isImmediate(action: ItemAction, facts: ItemFacts): boolean {
  return action.undoable && fieldsFor(action, facts).length === 0;
}
