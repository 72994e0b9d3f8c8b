import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { URGENT } from '../../../../shared/domain/flow-incoming.ts';
import { addWorkdays, unknownYearsWarning } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { api } from '../../../app/api.ts';
import { procedureQuery } from '../../../app/query.ts';
import { dueWords } from '../../../ui/DueLight.tsx';
import { readDate } from '../../outgoing/editor/form/read-date.ts';
import { readDue } from './read-due.ts';
import { readMoment } from './read-moment.ts';
import { momentOf } from '../../../app/format.ts';
import { numberProposal, WRONG_DATE, WRONG_DUE } from './registration.ts';
import type { Registration } from './registration.ts';
import type { Notes } from './RegistrationForm.tsx';

const deadlineRules = () => procedureQuery('directory.deadlineRules', api.directory.deadlineRules, undefined);

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const weekdayOf = (on: string) => `星期${WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? ''}`;

interface NoteContext {
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** How the number that stands there was typed, when it has been put right. */
  readonly numberBefore: string | null;
  readonly genreGuessed: boolean;
}

/** What the program understood of each entry and what it proposes, in one line under the field. */
export function useNotes(
  values: Registration,
  context: NoteContext,
): { notes: Notes; dueProposal: string | null } {
  const { calendar, today } = context;
  const rules = useQuery(deadlineRules()).data;
  const days = rules?.enabled === true ? (rules.workdays[values.urgency] ?? null) : null;
  const proposal = days === null || values.dueOn.trim() !== '' ? null : addWorkdays(calendar, today, days);
  const proposed = numberProposal(values.documentNumber);
  const [now] = useState(() => Date.now());
  const moment = readMoment(values.receivedAt, now);
  return {
    dueProposal: proposal?.value ?? null,
    notes: {
      documentNumber: numberNote(values.documentNumber, proposed, context.numberBefore),
      genre: context.genreGuessed && values.genre !== '' ? '按标题推定，可改' : undefined,
      secrecy: values.secrecy === '工作秘密' ? '将标明“工作秘密”；秘密级以上不得在本机登记' : undefined,
      issuedOn: dateNote(values.issuedOn, today),
      dueOn:
        proposal === null || days === null ? (
          <DueNote values={values} calendar={calendar} today={today} />
        ) : (
          `建议 ${proposal.value}（本单位规定：${values.urgency}${days}个工作日），↓ 采用`
        ),
      receivedAt: moment === undefined || moment === null ? undefined : momentOf(moment),
    },
  };
}

function numberNote(typed: string, proposed: string | null, before: string | null) {
  if (typed.trim() === '') return '将登记为“无文号”';
  if (proposed !== null) {
    return (
      <span className="gwt-reg-change">
        将规范为 <strong>{proposed}</strong>
      </span>
    );
  }
  if (before === null) return undefined;
  return (
    <span className="gwt-reg-change">
      已规范：{before} → <strong>{typed}</strong>
    </span>
  );
}

function dateNote(typed: string, today: string) {
  if (typed.trim() === '') return undefined;
  const on = readDate(typed, today);
  if (on === null) return <span className="gwt-note-warn">{WRONG_DATE}</span>;
  return on > today ? (
    <span className="gwt-note-warn">{on} 在今天之后，请核对</span>
  ) : (
    `${on} ${weekdayOf(on)}`
  );
}

interface DueNoteProps {
  readonly values: Registration;
  readonly calendar: WorkCalendar;
  readonly today: string;
}

function DueNote({ values, calendar, today }: DueNoteProps) {
  if (values.dueOn.trim() === '') {
    if (!URGENT.includes(values.urgency)) return null;
    return <span className="gwt-note-warn">{values.urgency}件应明确办理时限</span>;
  }
  const due = readDue(values.dueOn, today, calendar);
  if (due === null) return <span className="gwt-note-warn">{WRONG_DUE}</span>;
  const warning = unknownYearsWarning(due.unknownYears);
  const holiday = calendar.isWorkday(due.on) === false ? `，${calendar.nameOf(due.on) ?? '双休日'}` : '';
  return (
    <>
      {due.on} {weekdayOf(due.on)}
      {holiday}，{dueWords(calendar, today, due.on)}
      {warning === undefined ? null : <span className="gwt-reg-fault">{warning}</span>}
    </>
  );
}
