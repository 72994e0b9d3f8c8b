import { useRef, useState } from 'react';
import { App, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useBlocker, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { AppError } from '../../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../../app/api.ts';
import { today as todayOf } from '../../../app/format.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { incomingGet } from '../queries.ts';
import { isDueLocked, valuesToSave } from './conflict.ts';
import type { Conflict } from './conflict.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import type { HistoryEvent } from './ConflictDialog.tsx';
import { isTouched, valuesOf } from './registration.ts';
import type { Registration } from './registration.ts';
import { RegistrationPage } from './RegistrationPage.tsx';
import type { FieldFocus } from './RegistrationPage.tsx';
import { useRegistration } from './use-registration.ts';
import type { Send } from './use-registration.ts';

const route = getRouteApi('/incoming/$id/edit');
const FIRST: FieldFocus = { field: 'senderName' };

interface FoundConflict {
  readonly conflict: Conflict;
  readonly stored: IncomingDetail;
  readonly lastChange: HistoryEvent | undefined;
}

/** 修改登记: the fields of a registered paper. */
export function EditScreen() {
  const { id } = route.useParams();
  const { data, error } = useQuery(incomingGet(id));
  // What is being typed is not replaced by what comes in meanwhile; saving then shows both sides.
  const [opened, setOpened] = useState<IncomingDetail | null>(null);
  if (opened === null && data !== undefined) setOpened(data);
  if (error !== null) {
    return (
      <p role="alert" className="gwt-fault">
        {messageOf(error)}
      </p>
    );
  }
  return opened === null ? null : <EditForm key={opened.id} paper={opened} />;
}

function EditForm({ paper }: { readonly paper: IncomingDetail }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const form = useRef<HTMLDivElement>(null);
  /** What the form was begun with: a save is refused when the book has gone on since. */
  const [base, setBase] = useState(paper);
  const [conflict, setConflict] = useState<FoundConflict | null>(null);
  const [start] = useState(() => valuesOf(paper));
  const [values, setValues] = useState(start);
  const saved = useRef(false);
  const registration = useRegistration({ values, setValues, form, calendar, today, knownId: paper.id });
  const touched = isTouched(values, start);
  const blocker = useBlocker({
    shouldBlockFn: () => touched && !saved.current,
    enableBeforeUnload: false,
    withResolver: true,
  });

  const open = (id: string): void => void navigate({ to: '/incoming/$id', params: { id } });
  // To the list or the item, wherever one came from.
  const back = (): void => (canGoBack ? router.history.back() : open(paper.id));
  const saveOver =
    (known: IncomingDetail): Send =>
    async (draft) => {
      try {
        await api.incoming.save({ id: paper.id, rowVersion: known.rowVersion, draft });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error;
        // Asked apart from the cache: what stands in the book now.
        const [stored, history] = await Promise.all([
          api.incoming.get({ id: paper.id }),
          api.incoming.history({ id: paper.id }),
        ]);
        setConflict({
          stored,
          lastChange: history[0],
          conflict: {
            start: valuesOf(known),
            mine: valuesToSave(draft),
            stored: valuesOf(stored),
            dueLocked: isDueLocked(stored),
          },
        });
        return;
      }
      saved.current = true;
      message.success('已保存修改。');
      back();
    };
  const save = (): void => registration.save(saveOver(base));
  const saveMerged = (stored: IncomingDetail, chosen: Registration): void => {
    setConflict(null);
    // The person has seen this version: from now on it is the one that may not go on unseen.
    setBase(stored);
    registration.saveMerged(chosen, saveOver(stored));
  };
  const dueLocked = isDueLocked(base);
  return (
    <>
      <RegistrationPage
        registration={registration}
        values={values}
        form={form}
        focus={FIRST}
        calendar={calendar}
        today={today}
        verb="保存"
        onOpen={open}
        withReceipt={false}
        dueLocked={dueLocked}
        keys={[
          {
            keys: '$mod+s',
            shown: 'Ctrl+S',
            label: '保存修改',
            whileTyping: true,
            run: save,
          },
          {
            keys: '$mod+Enter',
            shown: 'Ctrl+Enter',
            label: '保存修改',
            whileTyping: true,
            run: save,
          },
          { keys: 'Escape', shown: 'Esc', label: '返回（有改动时先问）', whileTyping: true, run: back },
        ]}
        head={
          <>
            <h1 className="gwt-screen-title">修改登记</h1>
            <strong className="gwt-reg-number">{paper.number === '' ? '待签收' : paper.number}</strong>
            {dueLocked ? <span className="gwt-soft">办理时限已随分办确定，要改请用“延期”</span> : null}
            <span className="gwt-spring" />
            <Button type="text" onClick={back}>
              返回（Esc）
            </Button>
          </>
        }
        buttons={
          <span data-step="save">
            <Button type="primary" loading={registration.busy} onClick={save}>
              保存（Ctrl+S）
            </Button>
          </span>
        }
      />
      {conflict === null ? null : (
        <ConflictDialog
          {...conflict}
          onSave={(chosen) => saveMerged(conflict.stored, chosen)}
          onClose={() => setConflict(null)}
        />
      )}
      {blocker.status === 'blocked' ? (
        <Dialog
          title="改动还没有保存"
          width={440}
          onCancel={blocker.reset}
          footer={
            <>
              <Button danger onClick={blocker.proceed}>
                放弃改动
              </Button>
              <Button type="primary" data-first="" onClick={blocker.reset}>
                继续修改
              </Button>
            </>
          }
        >
          <p>离开后，这次改动不会保留；原来登记的内容不变。</p>
        </Dialog>
      ) : null}
    </>
  );
}
