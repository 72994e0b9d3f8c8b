import { z } from 'zod';
import { CHANNELS_OF_RECEIPT, URGENCIES } from '../../../../shared/domain/flow-incoming.ts';
import { normalizeSenderNumber, NO_NUMBER } from '../../../../shared/domain/sender-number.ts';
import { INCOMING_SECRECY, incomingDraftSchema } from '../../../../shared/features/incoming-items.ts';
import type { IncomingDetail, IncomingDraft } from '../../../../shared/features/incoming-items.ts';
import {
  showsStateSecret,
  stateSecretAdvice,
  titleShowsStateSecret,
} from '../../../../shared/domain/state-secret.ts';
import { readMoment } from './read-moment.ts';
import { readDue } from './read-due.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { readDate } from '../../outgoing/editor/form/read-date.ts';

/** The registration form as it is typed; numbers and dates are text until they are saved. */
export const registrationSchema = z.strictObject({
  senderName: z.string(),
  documentNumber: z.string(),
  title: z.string(),
  genre: z.string(),
  secrecy: z.enum(INCOMING_SECRECY),
  urgency: z.enum(URGENCIES),
  copies: z.string(),
  attachmentCount: z.string(),
  pageCount: z.string(),
  channel: z.enum(CHANNELS_OF_RECEIPT),
  issuedOn: z.string(),
  dueOn: z.string(),
  replyRequired: z.boolean(),
  copyNumber: z.string(),
  secrecyTerm: z.string(),
  receivedAt: z.string(),
  signerName: z.string(),
  location: z.string(),
  remark: z.string(),
});
export type Registration = z.output<typeof registrationSchema>;
export type RegistrationKey = keyof Registration;
export type Faults = Readonly<Partial<Record<RegistrationKey, string>>>;

/** Right nine times of ten: one copy, ordinary, come by post, today. */
export const BLANK: Registration = {
  senderName: '',
  documentNumber: '',
  title: '',
  genre: '',
  secrecy: '',
  urgency: '平件',
  copies: '1',
  attachmentCount: '0',
  pageCount: '',
  channel: '邮寄',
  issuedOn: '',
  dueOn: '',
  replyRequired: false,
  copyNumber: '',
  secrecyTerm: '',
  receivedAt: '',
  signerName: '',
  location: '',
  remark: '',
};

/** What a blank starts with after the papers before it. */
export const carriedSchema = registrationSchema.pick({ senderName: true, channel: true });

/** Whether anything was typed that the defaults do not bring. */
export function isTouched(values: Registration, start: Registration): boolean {
  return registrationSchema.keyof().options.some((key) => values[key] !== start[key]);
}

/** A registered paper, or one to start from, as the form shows it. */
export function valuesOf(draft: IncomingDraft | IncomingDetail): Registration {
  const secrecy = INCOMING_SECRECY.find((level) => level === draft.secrecy) ?? '';
  return {
    ...BLANK,
    senderName: draft.senderName,
    documentNumber: draft.documentNumber === NO_NUMBER ? '' : draft.documentNumber,
    title: draft.title,
    genre: draft.genre,
    secrecy,
    urgency: draft.urgency,
    copies: String(draft.copies),
    attachmentCount: String(draft.attachmentCount),
    pageCount: draft.pageCount === 0 ? '' : String(draft.pageCount),
    channel: draft.channel,
    issuedOn: draft.issuedOn ?? '',
    dueOn: draft.dueOn ?? '',
    replyRequired: draft.replyRequired,
    copyNumber: draft.copyNumber,
    secrecyTerm: draft.secrecyTerm,
    remark: draft.remark,
  };
}

/** 同上一件: what was typed stays, the rest comes from the paper before. */
export function fillUp(values: Registration, start: Registration, from: Registration): Registration {
  const filled = { ...from };
  for (const key of registrationSchema.keyof().options) {
    if (values[key] !== start[key]) Object.assign(filled, { [key]: values[key] });
  }
  return filled;
}

/** The title of one line, however it was pasted. */
export function oneLine(text: string): string {
  // A line broken between Chinese characters is one word; elsewhere the break was a space.
  return text
    .replaceAll(/[\r\n\v\u2028\u2029]+/gu, '\n')
    .replaceAll(
      /(?<=[\p{Script=Han}，。、；：“”《》（）〔〕])[ \t\u3000]*\n[ \t\u3000]*(?=[\p{Script=Han}，。、；：“”《》（）〔〕])/gu,
      '',
    )
    .replaceAll(/\s*\n\s*/gu, ' ');
}

/** Fields that carry a mark of 秘密 or above; such words are stored nowhere, not even as a draft. */
export function secretFaults(values: Registration): Faults {
  const faults: Partial<Record<RegistrationKey, string>> = {};
  for (const key of registrationSchema.keyof().options) {
    const value = values[key];
    if (typeof value !== 'string') continue;
    if (key === 'title' ? titleShowsStateSecret(value) : showsStateSecret(value)) {
      faults[key] =
        `文字中出现密级标志（如“机密★”）。${stateSecretAdvice('这次登记')}来文请登入涉密文件手工登记簿。`;
    }
  }
  return faults;
}

export interface Receipt {
  readonly signerName?: string;
  readonly receivedAt?: number;
  readonly location?: string;
}

export type Checked =
  | { readonly ok: true; readonly draft: IncomingDraft; readonly receipt: Receipt }
  | { readonly ok: false; readonly faults: Faults };

/** The form as it is sent, or every fault under its field. */
export function check(values: Registration, calendar: WorkCalendar, now: number, today: string): Checked {
  const faults: Partial<Record<RegistrationKey, string>> = { ...secretFaults(values) };
  const issuedOn = values.issuedOn.trim() === '' ? null : readDate(values.issuedOn, today);
  const due = values.dueOn.trim() === '' ? null : readDue(values.dueOn, today, calendar);
  const receivedAt = readMoment(values.receivedAt, now);
  if (values.issuedOn.trim() !== '' && issuedOn === null) faults.issuedOn ??= WRONG_DATE;
  if (values.dueOn.trim() !== '' && due === null) faults.dueOn ??= WRONG_DUE;
  if (receivedAt === null) faults.receivedAt ??= '没有这一时刻，请写成 2026-3-5 9:30 或 9:30。';
  const parsed = incomingDraftSchema.safeParse({
    title: oneLine(values.title).trim(),
    senderName: values.senderName,
    documentNumber: values.documentNumber,
    genre: values.genre,
    secrecy: values.secrecy,
    secrecyTerm: values.secrecyTerm,
    urgency: values.urgency,
    copyNumber: values.copyNumber,
    copies: countOf(values.copies),
    attachmentCount: countOf(values.attachmentCount),
    pageCount: countOf(values.pageCount),
    channel: values.channel,
    issuedOn,
    replyRequired: values.replyRequired,
    dueOn: due?.on ?? null,
    remark: values.remark,
  });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const key = registrationSchema.keyof().safeParse(issue.path[0]).data;
      if (key !== undefined) faults[key] ??= issue.message;
    }
  }
  if (!parsed.success || Object.keys(faults).length > 0) return { ok: false, faults };
  return {
    ok: true,
    draft: parsed.data,
    receipt: {
      ...(values.signerName.trim() === '' ? {} : { signerName: values.signerName.trim() }),
      ...(values.location.trim() === '' ? {} : { location: values.location.trim() }),
      ...(receivedAt === null || receivedAt === undefined ? {} : { receivedAt }),
    },
  };
}

export const WRONG_DATE = '没有这一天，请写成 2026-3-5 或 20260305。';
export const WRONG_DUE = '没有这一天，请写成 2026-3-5，或 +3（3 个工作日）。';

/** An empty box is none; what is no number is left to the schema to refuse. */
function countOf(typed: string): number {
  const text = typed
    .trim()
    .replaceAll(/[０-９]/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) - 0xfee0));
  if (text === '') return 0;
  return /^\d+$/u.test(text) ? Number(text) : Number.NaN;
}

/** What the number will be registered as; null where it stays as typed. */
export function numberProposal(typed: string): string | null {
  if (typed.trim() === '') return null;
  const { text, change } = normalizeSenderNumber(typed);
  return change === null || text === typed.trim() ? null : text;
}
