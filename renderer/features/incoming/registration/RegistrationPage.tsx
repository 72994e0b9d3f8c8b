import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { momentOf } from '../../../app/format.ts';
import { isComposing, useHotKeys } from '../../../app/hot-keys.ts';
import type { HotKey } from '../../../app/hot-keys.ts';
import { DateNote } from './DateNote.tsx';
import { DueNote } from './DueNote.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { DuplicateList } from './DuplicateList.tsx';
import { focusField, moveStep } from './form-focus.ts';
import { NumberNote } from './NumberNote.tsx';
import { readMoment } from './read-moment.ts';
import type { Registration, RegistrationKey } from './registration.ts';
import { RegistrationForm } from './RegistrationForm.tsx';
import type { Notes } from './RegistrationForm.tsx';
import { withSenderCode } from './sender-code.ts';
import { SenderPapers } from './SenderPapers.tsx';
import { useDeadlineProposal } from './use-deadline-proposal.ts';
import { useSenderPapers } from './use-sender-papers.ts';
import type { useRegistration } from './use-registration.ts';

export interface FieldFocus {
  readonly field: RegistrationKey;
}

interface RegistrationPageProps {
  readonly registration: ReturnType<typeof useRegistration>;
  readonly values: Registration;
  readonly form: RefObject<HTMLDivElement | null>;
  /** Where the keyboard goes; a new object sends it there again. */
  readonly focus: FieldFocus;
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** 登记, 保存: what the question about a double offers to do anyway. */
  readonly verb: string;
  /** Number of the paper and what the page is for, in one line. */
  readonly head: ReactNode;
  /** What stays in sight above the form. */
  readonly above?: ReactNode;
  readonly buttons: ReactNode;
  readonly keys: readonly HotKey[];
  readonly withReceipt: boolean;
  readonly dueLocked: boolean;
  readonly onOpen: (id: string) => void;
}

const FOLDED: readonly RegistrationKey[] = [
  'copyNumber',
  'secrecyTerm',
  'receivedAt',
  'signerName',
  'location',
  'remark',
];

/** One paper, its fields and what the book knows about it; the same for registering and correcting. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { registration, values, form, calendar, today, onOpen } = props;
  const [foldWanted, setFoldWanted] = useState(true);
  const folded = foldWanted && !FOLDED.some((field) => registration.faults[field] !== undefined);
  const [openedAt] = useState(() => Date.now());
  const proposal = useDeadlineProposal(values, calendar, today);
  const ofSender = useSenderPapers(values.senderName);
  const withCode = withSenderCode(
    values.documentNumber,
    // The sender's name may just be changing.
    ofSender.sender === values.senderName.trim() ? ofSender.papers.map((row) => row.documentNumber) : [],
    Number(today.slice(0, 4)),
  );
  const receivedAt = readMoment(values.receivedAt, openedAt);
  const notes: Notes = {
    documentNumber: (
      <NumberNote typed={values.documentNumber} before={registration.numberBefore} withCode={withCode} />
    ),
    genre: registration.genreGuessed && values.genre !== '' ? '按标题推定，可改' : null,
    secrecy: values.secrecy === '工作秘密' ? '将标明“工作秘密”；秘密级以上不得在本机登记' : null,
    issuedOn: <DateNote typed={values.issuedOn} today={today} />,
    dueOn: <DueNote values={values} calendar={calendar} today={today} proposal={proposal} />,
    receivedAt: receivedAt === undefined || receivedAt === null ? null : momentOf(receivedAt),
  };
  const { focus } = props;
  // After the new values have been drawn: leaving a field must find them there.
  useEffect(() => focusField(form.current, focus.field), [form, focus]);
  const fold = (): void => {
    setFoldWanted(!folded);
    if (folded) setTimeout(() => focusField(form.current, 'copyNumber'), 0);
  };
  const accept = (field: RegistrationKey): boolean => {
    if (field === 'dueOn' && proposal !== null) registration.change({ dueOn: proposal.on });
    else if (field === 'documentNumber' && withCode !== null)
      registration.change({ documentNumber: withCode });
    else return false;
    return true;
  };
  const first = registration.duplicates[0];
  useHotKeys([
    ...props.keys,
    { keys: 'F4', shown: 'F4', label: '展开、收起少用的项目', whileTyping: true, run: fold },
    ...(first === undefined
      ? []
      : [
          {
            keys: '$mod+o',
            shown: 'Ctrl+O',
            label: '打开可能重复的旧件',
            whileTyping: true,
            run: () => onOpen(first.id),
          },
        ]),
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isButton(event.target, event.shiftKey)) return;
    event.preventDefault();
    moveStep(form.current, event.target, event.shiftKey ? -1 : 1);
  };
  return (
    <div className="gwt-reg" ref={form} onKeyDown={onKeyDown}>
      <div className="gwt-toolbar gwt-reg-head">{props.head}</div>
      {props.above}
      {registration.failure === null ? null : (
        <p role="alert" className="gwt-fault">
          {registration.failure}
        </p>
      )}
      <div className="gwt-reg-body">
        <div>
          <RegistrationForm
            values={values}
            faults={registration.faults}
            notes={notes}
            onChange={registration.change}
            onLeave={registration.leave}
            onAccept={accept}
            folded={folded}
            onFold={fold}
            withReceipt={props.withReceipt}
            dueLocked={props.dueLocked}
          />
          <div className="gwt-reg-buttons">{props.buttons}</div>
        </div>
        <aside className="gwt-reg-side" aria-label="查重和同单位来文">
          <div role="status">
            {first === undefined ? (
              <p className="gwt-soft">离开来文字号、标题时自动查重；有重复的会列在这里。</p>
            ) : (
              <>
                <h2 className="gwt-reg-warning">
                  ▲ 可能已经登记过（{registration.duplicates.length} 件，Ctrl+O 打开）
                </h2>
                <DuplicateList found={registration.duplicates} onOpen={onOpen} />
              </>
            )}
          </div>
          <SenderPapers {...ofSender} onOpen={onOpen} />
        </aside>
      </div>
      {registration.asking ? (
        <DuplicateDialog
          found={registration.duplicates}
          verb={props.verb}
          onAnyway={registration.saveAnyway}
          onOpen={onOpen}
          onClose={registration.stopAsking}
        />
      ) : null}
    </div>
  );
}

/** Enter presses a button; Shift+Enter goes back from it as from a field. */
function isButton(target: EventTarget, back: boolean): boolean {
  return target instanceof HTMLButtonElement && !back;
}
