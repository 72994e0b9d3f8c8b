import type { OutgoingAction } from '../../../shared/domain/flow-outgoing.ts';
import { ARCHIVE_ITEMS } from '../../../shared/domain/outgoing-fields.ts';
import type { Recipient } from '../../../shared/features/outgoing-process.ts';
import type { DistributionTable } from '../../db/outgoing-schema.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import { refuseFuture } from './act.ts';
import type { Act, Effect, Effects } from './act.ts';
import { proofread } from './effects-issue.ts';
import { waitingForReply } from './reply.ts';

type DistributionAction = Extract<
  OutgoingAction,
  'distribute' | 'distributeUnsealed' | 'recordDistribution' | 'close' | 'reopen' | 'archive'
>;

/** 分发、签收、办结、归档. */
export const distributionEffects: Effects<DistributionAction> = {
  distribute,
  distributeUnsealed: async (act) => {
    const proof = proofread(act);
    const sent = await distribute(act);
    return { ...sent, fact: { ...proof.fact, ...sent.fact }, summary: `${proof.summary}；${sent.summary}` };
  },
  recordDistribution: async (act) => {
    const said = await putRecipients(act, given(act.fields.distribution));
    if (said.length === 0) refuse('distribution', '分发表没有变化，没有保存。');
    const shown = said.length > 5 ? [...said.slice(0, 5), `等${said.length}项`] : said;
    return { summary: shown.join('；'), opinion: shown.join('；') };
  },
  close: () => ({ summary: '全部签收，办结' }),
  reopen: ({ fields }) => ({ summary: `重启分发${because(fields.reason)}` }),
  archive: ({ fields }) => {
    const missing = ARCHIVE_ITEMS.filter((item) => fields.archiveItems?.includes(item) !== true);
    if (missing.length > 0 && (fields.missingReason ?? '') === '') {
      refuse('missingReason', `还缺${missing.join('、')}，请补齐，或写明为什么没有。`);
    }
    const archiveNumber = fields.archiveNumber ?? '';
    const lack = missing.length === 0 ? '' : `；缺${missing.join('、')}${because(fields.missingReason)}`;
    return {
      fact: { archiveNumber },
      summary: `归档${because(archiveNumber)}（${given(fields.archiveItems).join('、')}）${lack}`,
      opinion: lack.slice(1),
    };
  },
};

async function distribute(act: Act): Promise<Effect> {
  const { change, fields, fact, row, today } = act;
  const distributedOn = fields.distributedOn ?? today;
  refuseFuture(act, 'distributedOn', '分发日期', distributedOn);
  const recipients = given(fields.distribution);
  await putRecipients(act, recipients);
  const copies = recipients.reduce((sum, recipient) => sum + recipient.copies, 0);
  const hints: string[] = [];
  if (fact.printCopies !== null && copies > fact.printCopies) {
    hints.push(`分发共${copies}份，多于印制的${fact.printCopies}份，请核对。`);
  }
  for (const { label } of await waitingForReply(change.read, row.id)) {
    hints.push(`来文 ${label} 待答复，请登记答复。`);
  }
  return { fact: { distributedOn }, summary: `分发 ${recipients.length} 个单位，共 ${copies} 份`, hints };
}

const COLUMNS = ['copies', 'method', 'copyNumbers', 'receiver', 'receivedOn', 'waiver', 'note'] as const;

/** Adds units and changes those that are there, by name; tells what became of each. */
async function putRecipients(act: Act, recipients: readonly Recipient[]): Promise<string[]> {
  const { change, row } = act;
  checkRecipients(act, recipients);
  const present = await change.tx
    .selectFrom('distribution')
    .selectAll()
    .where('outgoingId', '=', row.id)
    .execute();
  const said: string[] = [];
  let position = present.length;
  for (const recipient of recipients) {
    const old = present.find(({ unit }) => unit === recipient.unit);
    if (old === undefined) {
      position += 1;
      await change.tx
        .insertInto('distribution')
        .values({ ...change.stampNew(), outgoingId: row.id, position, ...recipient })
        .execute();
      said.push(`发${recipient.unit} ${recipient.copies} 份`);
    } else if (COLUMNS.some((column) => old[column] !== recipient[column])) {
      await change.tx
        .updateTable('distribution')
        .set({ ...recipient, ...change.stampChanged(old.rowVersion) })
        .where('id', '=', old.id)
        .execute();
      said.push(tellChange(old, recipient));
    }
  }
  return said;
}

function tellChange(old: DistributionTable, recipient: Recipient): string {
  const { unit, receiver, receivedOn, waiver, copies } = recipient;
  if (old.receivedOn === null && receivedOn !== null)
    return `${unit}签收（${receivedOn}${receiver === '' ? '' : `，${receiver}`}）`;
  if (old.waiver === '' && waiver !== '') return `${unit}免签收：${waiver}`;
  return `改${unit}：${copies} 份，${recipient.method}${receivedOn === null ? '，未签收' : `，${receivedOn}签收`}`;
}

function checkRecipients(act: Act, recipients: readonly Recipient[]): void {
  const seen = new Set<string>();
  for (const [index, { unit, receiver, receivedOn }] of recipients.entries()) {
    if (seen.has(unit)) refuse(`distribution.${index}.unit`, `${unit}在分发表中有两行，请合并。`);
    seen.add(unit);
    if (receivedOn === null && receiver !== '') {
      refuse(`distribution.${index}.receivedOn`, `${unit}已有签收人，请填写签收日期。`);
    }
    if (receivedOn !== null) refuseFuture(act, `distribution.${index}.receivedOn`, '签收日期', receivedOn);
  }
}
