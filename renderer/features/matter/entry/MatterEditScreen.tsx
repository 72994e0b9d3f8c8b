import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, messageOf } from '../../../app/api.ts';
import { today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { entryFaults } from './entry-faults.ts';
import { matterGet } from '../queries.ts';
import { entryFields } from './EntryFields.tsx';
import { draftOf, valuesOf } from './matter-values.ts';
import type { MatterValues } from './matter-values.ts';

const route = getRouteApi('/matter/$id/edit');

/** Corrects what was written down of an order. */
export function MatterEditScreen() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const item = useQuery(matterGet(id));
  const page = useRef<HTMLDivElement>(null);
  const back = (): void => void navigate({ to: '/matter/$id', params: { id } });
  useHotKeys([
    {
      keys: '$mod+s',
      shown: 'Ctrl+S',
      label: '保存',
      whileTyping: true,
      run: () => page.current?.querySelector('form')?.requestSubmit(),
    },
    { keys: 'Escape', shown: 'Esc', label: '不保存，返回', whileTyping: false, run: back },
  ]);
  if (item.data === undefined) {
    return item.error === null ? null : (
      <p role="alert" className="gwt-fault">
        {messageOf(item.error)}
      </p>
    );
  }
  const { rowVersion, number, assignments } = item.data;
  const save = async (values: MatterValues): Promise<FlowFaults | null> => {
    try {
      await api.matter.save({ id, rowVersion, draft: draftOf(values) });
      back();
      return null;
    } catch (error) {
      return entryFaults(error);
    }
  };
  return (
    <div className="gwt-matter-entry" ref={page}>
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">修改 {number}</h1>
      </div>
      <ActionForm<MatterValues>
        key={id}
        title="交办事项"
        fields={entryFields({
          calendar,
          today,
          withHandling: false,
          dueLocked: assignments.some(
            ({ role, status }) => role === 'lead' && (status === 'active' || status === 'reported'),
          ),
        })}
        initial={valuesOf(item.data)}
        submitLabel="保存"
        savedByCtrlS
        onSubmit={save}
        onClose={back}
      />
    </div>
  );
}
