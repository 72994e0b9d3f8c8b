import type { OutgoingFacts, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { substantialChanges } from '../../../shared/gongwen/compare-documents.ts';
import type { ComparedPart } from '../../../shared/gongwen/comparison.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { OutgoingFactTable } from '../../db/outgoing-schema.ts';
import type { Reader } from '../../db/schema.ts';
import { align } from './align.ts';
import { currentCountersigns } from './countersigns.ts';

/** What the flow table asks of a document besides its state. */
export async function readFacts(
  read: Reader,
  state: OutgoingState,
  document: Gongwen,
  fact: OutgoingFactTable,
): Promise<OutgoingFacts> {
  const { outgoingId: id } = fact;
  const signatures = state === 'awaitingSignature' ? await countSignatures(read, id, fact.signRound) : 0;
  const issuers = Math.max(1, document.issuers.length);
  return {
    numbered: document.documentNumber !== undefined && 'serial' in document.documentNumber,
    ownNumber: document.documentNumber !== undefined && !('serial' in document.documentNumber),
    countersignNeeded: fact.countersignNeeded === 1,
    disagreed:
      state === 'countersigning' &&
      (await currentCountersigns(read, fact)).some(({ verdict }) => verdict === '不同意'),
    lastSignature: signatures >= issuers - 1,
    partlySigned: signatures > 0,
    changedSinceSigned: state === 'signed' && (await changesSinceSigned(read, fact, document)).length > 0,
    copyNumbered: document.copyNumber !== undefined && document.copyNumber !== '',
    sealNeeded: document.sealing !== 'none',
    allReceived: state === 'distributing' && (await countOutstanding(read, id)) === 0,
  };
}

/** What has been changed in substance since 签发; nothing where no signed version is on record. */
export async function changesSinceSigned(
  read: Reader,
  fact: Pick<OutgoingFactTable, 'signedVersionId'>,
  document: Gongwen,
): Promise<ComparedPart[]> {
  if (fact.signedVersionId === null) return [];
  const { document: signed } = await read
    .selectFrom('outgoingVersion')
    .select('document')
    .where('id', '=', fact.signedVersionId)
    .executeTakeFirstOrThrow();
  return substantialChanges(gongwenDraftSchema.parse(JSON.parse(signed)), document, align);
}

/** 例：正文第3段、标题. */
export function tellChanges(changes: readonly ComparedPart[]): string {
  const labels = [...new Set(changes.map(({ label }) => label))];
  return labels.length > 6 ? `${labels.slice(0, 6).join('、')}等${labels.length}处` : labels.join('、');
}

export async function countSignatures(read: Reader, outgoingId: string, round: number): Promise<number> {
  const { count } = await read
    .selectFrom('outgoingSignature')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outgoingId', '=', outgoingId)
    .where('round', '=', round)
    .executeTakeFirstOrThrow();
  return count;
}

/** Units that have neither received their copies nor need not say so. */
async function countOutstanding(read: Reader, outgoingId: string): Promise<number> {
  const { count } = await read
    .selectFrom('distribution')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outgoingId', '=', outgoingId)
    .where('receivedOn', 'is', null)
    .where('waiver', '=', '')
    .where('method', '<>', '存档')
    .executeTakeFirstOrThrow();
  return count;
}
