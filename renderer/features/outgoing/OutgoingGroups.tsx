import { Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { OUTGOING_GROUP_KEYS, OUTGOING_GROUPS } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingGroup, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { outgoingCounts } from './queries.ts';

export type OutgoingView = 'all' | OutgoingGroup | 'bin';

interface OutgoingGroupsProps {
  readonly view: OutgoingView;
  readonly drafterId: string | undefined;
  readonly onChange: (view: OutgoingView) => void;
}

/** Where work waits counts; what is done does not. */
const COUNTED: ReadonlySet<OutgoingGroup> = new Set([
  'drafts',
  'review',
  'signature',
  'number',
  'seal',
  'distribution',
]);

/** The stretches of the road, with how many documents stand on each. */
export function OutgoingGroups({ view, drafterId, onChange }: OutgoingGroupsProps) {
  const counts = useQuery(outgoingCounts({})).data ?? {};
  const own = useQuery(outgoingCounts(drafterId === undefined ? {} : { drafterId })).data ?? {};
  const labelOf = (key: OutgoingGroup): string => {
    const { label } = OUTGOING_GROUPS[key];
    const states: readonly OutgoingState[] = OUTGOING_GROUPS[key].states;
    const of = key === 'drafts' ? own : counts;
    const count = states.reduce((sum, state) => sum + (of[state] ?? 0), 0);
    return COUNTED.has(key) && count > 0 ? `${label} ${count}` : label;
  };
  return (
    <Segmented<OutgoingView>
      aria-label="范围"
      value={view}
      options={[
        { value: 'all', label: '全部' },
        ...OUTGOING_GROUP_KEYS.map((key) => ({ value: key, label: labelOf(key) })),
        { value: 'bin', label: '回收站' },
      ]}
      onChange={onChange}
    />
  );
}
