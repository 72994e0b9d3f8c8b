import { useRef, useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../app/api.ts';
import { today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { writeViewState } from '../../../app/view-state.ts';
import { ActionForm } from '../../../ui/flow/ActionForm.tsx';
import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { dropEntryDraft, keepEntryDraft, readEntryDraft } from './entry-draft.ts';
import { entryFaults } from './entry-faults.ts';
import { SELECTED_MATTER } from '../list/list-search.ts';
import { nextMatterNumber } from '../queries.ts';
import { entryFields } from './EntryFields.tsx';
import { draftOf, newBlank, titleFrom } from './matter-values.ts';
import type { MatterValues } from './matter-values.ts';

interface Done {
  readonly text: string;
  readonly hints: readonly string[];
}

/** 登记交办事项: Ctrl+S writes it down and puts the next blank on the table. */
export function MatterEntryScreen() {
  const navigate = useNavigate();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const number = useQuery(nextMatterNumber()).data?.number ?? '';
  const [sheet, setSheet] = useState(() => {
    const draft = readEntryDraft();
    return { count: 0, blank: draft ?? newBlank(Date.now()), restored: draft !== null };
  });
  const [done, setDone] = useState<Done | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const back = (): void => void navigate({ to: '/matter' });
  const create =
    (then: 'next' | 'open') =>
    async (values: MatterValues): Promise<FlowFaults | null> => {
      const draft = draftOf(values);
      const { leadDepartmentId, assistDepartmentIds } = values;
      try {
        const made = await api.matter.create({
          draft: { ...draft, title: draft.title.trim() === '' ? titleFrom(draft.words) : draft.title },
          ...(leadDepartmentId === undefined ? {} : { leadDepartmentId }),
          assistDepartmentIds: [...assistDepartmentIds],
        });
        writeViewState(SELECTED_MATTER, made.id);
        dropEntryDraft();
        if (then === 'open') {
          void navigate({ to: '/matter/$id', params: { id: made.id } });
          return null;
        }
        setDone({ text: `已登记 ${made.number}　${draft.title}`, hints: made.hints });
        // A new sheet; the source stays, as orders of one sitting come from one place.
        setSheet(({ count }) => ({
          count: count + 1,
          blank: newBlank(Date.now(), values.source),
          restored: false,
        }));
        return null;
      } catch (error) {
        return entryFaults(error);
      }
    };
  const clear = (): void => {
    setSheet(({ count }) => ({ count: count + 1, blank: newBlank(Date.now()), restored: false }));
  };
  useHotKeys([
    {
      keys: '$mod+Shift+Delete',
      shown: 'Ctrl+Shift+Delete',
      label: '清空重填',
      whileTyping: true,
      run: clear,
    },
    {
      keys: '$mod+s',
      shown: 'Ctrl+S',
      label: '登记，录下一件',
      whileTyping: true,
      run: () => page.current?.querySelector('form')?.requestSubmit(),
    },
    {
      keys: '$mod+Enter',
      shown: 'Ctrl+Enter',
      label: '登记，打开这一件',
      whileTyping: true,
      // The form knows the key itself; here it stands in the list of keys.
      run: () => undefined,
    },
    {
      keys: 'Escape',
      shown: 'Esc',
      label: '返回承办列表（未登记的内容保留）',
      whileTyping: false,
      run: back,
    },
  ]);
  return (
    <div className="gwt-matter-entry" ref={page}>
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">登记交办事项</h1>
        <span className="gwt-soft">将编为</span>
        <strong className="gwt-reg-number" role="status" aria-label="将编承办号">
          {number}
        </strong>
        <span className="gwt-spring" />
        <Button type="text" onClick={back}>
          返回（Esc）
        </Button>
      </div>
      <div className="gwt-reg-above" role="status" aria-label="登记结果">
        {sheet.restored ? (
          <p className="gwt-reg-done gwt-note-warn">
            已恢复上次没有登记完的内容；不要的按 Ctrl+Shift+Delete 清空。
          </p>
        ) : done === null ? (
          <p className="gwt-reg-done gwt-soft">Enter 下一项，Shift+Enter 上一项，Ctrl+S 登记并录下一件。</p>
        ) : (
          <p className="gwt-reg-done">
            <strong>✓ {done.text}</strong>
          </p>
        )}
        {done?.hints.map((hint) => (
          <p key={hint} className="gwt-reg-done gwt-note-warn">
            ▲ {hint}
          </p>
        ))}
      </div>
      <ActionForm<MatterValues>
        key={sheet.count}
        title="交办事项"
        fields={entryFields({ calendar, today, withHandling: true, dueLocked: false })}
        initial={sheet.blank}
        submitLabel="登记，录下一件"
        onSubmit={create('next')}
        onClose={back}
        closeLabel="返回"
        onValues={keepEntryDraft}
        savedByCtrlS
        other={{ label: '登记并打开', onSubmit: create('open') }}
      />
    </div>
  );
}
