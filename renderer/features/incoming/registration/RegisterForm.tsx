import { useEffect, useRef, useState } from 'react';
import { App, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { api, messageOf } from '../../../app/api.ts';
import { today as todayOf } from '../../../app/format.ts';
import { showSaveStatus } from '../../../app/save-status.ts';
import { writeViewState } from '../../../app/view-state.ts';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { SELECTED_INCOMING } from '../list/list-search.ts';
import { nextIncomingNumber } from '../queries.ts';
import { SeriesStartDialog } from '../../settings/SeriesStartDialog.tsx';
import { INCOMING_BOOK } from '../numbering/incoming-book.ts';
import { CARRIED, newBlank } from './new-blank.ts';
import { RecentlyRegistered } from './RecentlyRegistered.tsx';
import { fillUp, valuesOf } from './registration.ts';
import type { Registration } from './registration.ts';
import { RegistrationPage } from './RegistrationPage.tsx';
import type { FieldFocus } from './RegistrationPage.tsx';
import { useDraft } from './use-draft.ts';
import { useRegistration } from './use-registration.ts';
import type { Send } from './use-registration.ts';

/** What was written into the book last, said until the next one. */
export interface Registered {
  readonly text: string;
}

interface RegisterFormProps {
  readonly draftKey: string;
  readonly initial: Registration;
  /** The form starts from another paper. */
  readonly copied?: boolean;
  /** The returned paper that has come again. */
  readonly resubmissionOf?: string | undefined;
  readonly last: Registered | null;
  readonly onDone: (last: Registered) => void;
}

/** A paper to be registered: Ctrl+S writes it into the book and puts the next blank on the table. */
export function RegisterForm(props: RegisterFormProps) {
  const { draftKey, initial, copied = false, resubmissionOf, last, onDone } = props;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const [starting, setStarting] = useState(false);
  /** What was swept off the table, in case it was a slip. */
  const [cleared, setCleared] = useState<Registration | null>(null);
  const [focus, setFocus] = useState<FieldFocus>({ field: 'senderName' });
  const form = useRef<HTMLDivElement>(null);
  const draft = useDraft(draftKey, initial);
  const { values, setValues } = draft;
  const registration = useRegistration({
    values,
    setValues,
    form,
    calendar,
    today,
    knownId: resubmissionOf,
  });
  const next = useQuery(nextIncomingNumber()).data;

  useEffect(() => {
    if (draft.secret) showSaveStatus({ kind: 'failed', text: '含密级标志的内容没有暂存' });
    else showSaveStatus(draft.touched ? { kind: 'dirty', text: '正在录入，内容已随时暂存' } : null);
    return () => showSaveStatus(null);
  }, [draft.secret, draft.touched]);

  const open = (id: string): void => void navigate({ to: '/incoming/$id', params: { id } });
  // Where one came from, with its filters.
  const back = (): void => (canGoBack ? router.history.back() : void navigate({ to: '/incoming' }));
  const finish = (id: string, text: string): void => {
    // Back in the list, the paper registered last is the selected one.
    writeViewState(SELECTED_INCOMING, id);
    writeViewState(CARRIED, { senderName: values.senderName, channel: values.channel });
    writeViewState(draftKey, null);
    onDone({ text });
  };
  const nextBlank = (): void => {
    if (copied) {
      void navigate({ to: '/incoming/new', search: {}, replace: true });
      return;
    }
    draft.begin(newBlank());
    registration.reset();
    setCleared(null);
    setFocus({ field: 'senderName' });
  };

  const register =
    (then: 'next' | 'open'): Send =>
    async (paper, receipt) => {
      const done = await api.incoming.register({
        draft: paper,
        ...receipt,
        ...(resubmissionOf === undefined ? {} : { resubmissionOf }),
      });
      const changed = done.numberChange === null ? '' : `（来文字号：${done.numberChange}）`;
      finish(done.id, `已登记 ${done.number}　${paper.title}${changed}`);
      if (then === 'open') open(done.id);
      else nextBlank();
    };
  const expect: Send = async (paper) => {
    const { id } = await api.incoming.expect({ draft: paper });
    finish(id, `已记为待签收：${paper.title}`);
    nextBlank();
  };
  const takeLast = async (): Promise<void> => {
    try {
      const before = await api.incoming.copy({});
      if (before === null) {
        message.info('登记簿里还没有收文，没有“上一件”。');
        return;
      }
      setValues((old) => fillUp(old, draft.start, valuesOf(before)));
      setFocus({ field: 'documentNumber' });
    } catch (error) {
      message.error(messageOf(error));
    }
  };
  const clear = (): void => {
    if (draft.touched) setCleared(values);
    draft.begin(newBlank());
    registration.reset();
    setFocus({ field: 'senderName' });
  };

  return (
    <>
      <RegistrationPage
        registration={registration}
        values={values}
        form={form}
        focus={focus}
        calendar={calendar}
        today={today}
        verb="登记"
        onOpen={open}
        withReceipt
        dueLocked={false}
        keys={[
          {
            keys: '$mod+s',
            shown: 'Ctrl+S',
            label: '登记，录下一件',
            whileTyping: true,
            run: () => registration.save(register('next')),
          },
          {
            keys: '$mod+Enter',
            shown: 'Ctrl+Enter',
            label: '登记，打开这一件',
            whileTyping: true,
            run: () => registration.save(register('open')),
          },
          {
            keys: '$mod+d',
            shown: 'Ctrl+D',
            label: '同上一件（已填的不动）',
            whileTyping: true,
            run: () => void takeLast(),
          },
          {
            keys: '$mod+Shift+Delete',
            shown: 'Ctrl+Shift+Delete',
            label: '清空重填',
            whileTyping: true,
            run: clear,
          },
          {
            keys: 'Escape',
            shown: 'Esc',
            label: '返回列表（未登记的内容保留）',
            whileTyping: true,
            run: back,
          },
        ]}
        head={
          <>
            <h1 className="gwt-screen-title">{resubmissionOf === undefined ? '登记收文' : '退文再次来文'}</h1>
            <span className="gwt-soft">将编为</span>
            <strong className="gwt-reg-number" role="status" aria-label="将编收文号">
              {next?.number ?? ''}
            </strong>
            {next?.serial === 1 ? (
              <Button type="link" onClick={() => setStarting(true)}>
                接着纸质登记簿编号…
              </Button>
            ) : null}
            <span className="gwt-spring" />
            <Button onClick={() => void takeLast()}>同上一件（Ctrl+D）</Button>
            <Button type="text" onClick={back}>
              返回（Esc）
            </Button>
          </>
        }
        above={
          <div className="gwt-reg-above">
            <p className="gwt-reg-done" role="status" aria-label="登记结果">
              {cleared === null ? null : (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    setValues(() => cleared);
                    setCleared(null);
                  }}
                >
                  恢复刚才清空的内容
                </Button>
              )}
              {last === null ? (
                draft.wasRestored && draft.touched && cleared === null ? (
                  <span className="gwt-note-warn">
                    已恢复上次没有登记完的内容；不要的按 Ctrl+Shift+Delete 清空。
                  </span>
                ) : (
                  <span className="gwt-soft">Enter 下一项，Shift+Enter 上一项，Ctrl+S 登记并录下一件。</span>
                )
              ) : (
                <strong>✓ {last.text}</strong>
              )}
            </p>
            <RecentlyRegistered onOpen={open} />
          </div>
        }
        buttons={
          <>
            <span data-step="save">
              <Button
                type="primary"
                loading={registration.busy}
                onClick={() => registration.save(register('next'))}
              >
                登记，录下一件（Ctrl+S）
              </Button>
            </span>
            <Button onClick={() => registration.save(register('open'))}>登记并打开（Ctrl+Enter）</Button>
            <Button onClick={() => registration.save(expect)} title="已得到预告，文件还没有收到：不编收文号">
              记为待签收
            </Button>
            <Button type="text" onClick={clear} title="Ctrl+Shift+Delete">
              清空
            </Button>
          </>
        }
      />
      {starting ? <SeriesStartDialog book={INCOMING_BOOK} onClose={() => setStarting(false)} /> : null}
    </>
  );
}
