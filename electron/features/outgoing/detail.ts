import { z } from 'zod';
import { OUTGOING_ACTIONS, outgoingRows } from '../../../shared/domain/flow-outgoing.ts';
import { DISCLOSURES } from '../../../shared/domain/outgoing-fields.ts';
import type { OutgoingDetail } from '../../../shared/features/outgoing.ts';
import { proofreadSchema } from '../../../shared/features/outgoing-process.ts';
import type { OutgoingFactTable } from '../../db/outgoing-schema.ts';
import type { OutgoingTable, Reader } from '../../db/schema.ts';
import { readLinks } from '../handling/item-links.ts';
import { waitingForReply } from './reply.ts';
import { asVerdict } from './countersigns.ts';
import { proposedFields } from './proposals.ts';
import { asMethod, asSealUse } from './seals.ts';
import { asState, readStored } from './store.ts';
import type { StoredOutgoing } from './store.ts';
import { findUndo } from './undo.ts';

/**
 * Everything about one document, with what may be done on it now.
 * @param today `YYYY-MM-DD`
 * @param actorId who asks: a step is taken back only by the one who took it
 */
export async function readDetail(
  read: Reader,
  id: string,
  today: string,
  actorId?: string,
): Promise<OutgoingDetail> {
  const stored = await readStored(read, id);
  const { row, state, document, fact } = stored;
  const drafter = await read
    .selectFrom('person')
    .select('name')
    .where('id', '=', row.drafterId)
    .executeTakeFirst();
  const countersigns = await readCountersigns(read, id);
  return {
    id: row.id,
    rowVersion: row.rowVersion,
    state,
    document,
    drafterId: row.drafterId,
    drafterName: drafter?.name ?? '',
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    voidReason: row.voidReason,
    sample: row.sample === 1,
    ...factsOf(fact),
    edits: editsOf(stored),
    actions: rowsOf(stored)
      .filter(({ action }) => action !== 'edit')
      .map((transition) => ({
        action: transition.action,
        label: transition.label,
        requires: [...transition.requires],
        offers: [...transition.offers],
        who: transition.who,
        rare: transition.rare,
        undoable: transition.undo === true,
        proposed: proposedFields(transition, stored, today, countersigns),
      })),
    undo: await readUndo(read, row, actorId),
    steps: await readSteps(read, id),
    versions: await readVersions(read, fact),
    countersigns,
    signatures: await read
      .selectFrom('outgoingSignature')
      .select(['round', 'position', 'issuer', 'signatory', 'signedOn', 'opinion'])
      .where('outgoingId', '=', id)
      .orderBy('round')
      .orderBy('position')
      .execute(),
    distribution: await readDistribution(read, id),
    sealUses: (
      await read
        .selectFrom('sealUse')
        .selectAll()
        .where('outgoingId', '=', id)
        .orderBy('year')
        .orderBy('serial')
        .execute()
    ).map(asSealUse),
    links: await readTies(read, id),
  };
}

async function readUndo(
  read: Reader,
  row: Pick<OutgoingTable, 'id' | 'rowVersion'>,
  actorId: string | undefined,
): Promise<OutgoingDetail['undo']> {
  const step = actorId === undefined ? '' : await findUndo(read, row, actorId);
  if (typeof step === 'string') return null;
  return { label: step.label, summary: step.summary, at: step.createdAt };
}

/** Without a signed version on record there is nothing the words could be held against. */
function editsOf(stored: StoredOutgoing): OutgoingDetail['edits'] {
  const edits = rowsOf(stored).find(({ action }) => action === 'edit')?.edits ?? 'none';
  return edits === 'formal' && stored.fact.signedVersionId === null ? 'all' : edits;
}

const rowsOf = ({ state, facts }: StoredOutgoing) => outgoingRows(state, facts);

const names = z.array(z.string());

function factsOf(fact: OutgoingFactTable) {
  const { departmentName, phone, printCopies, remark, urgency, approvalPath, reviewedBy, checkedBy } = fact;
  const { signatory, signedOn, recheckedBy, copyNumberFrom, copyNumberTo, sealedOn, distributedOn } = fact;
  return {
    departmentName,
    phone,
    disclosure: DISCLOSURES.find((known) => known === fact.disclosure) ?? ('' as const),
    printCopies,
    countersignNeeded: fact.countersignNeeded === 1,
    countersignPlan: names.parse(JSON.parse(fact.countersignPlan)),
    remark,
    urgency,
    approvalPath,
    reviewedBy,
    checkedBy,
    signatory,
    signedOn,
    recheckedBy,
    copyNumberFrom,
    copyNumberTo,
    proofreads: proofreadSchema.array().parse(JSON.parse(fact.proofreads)),
    sealedOn,
    distributedOn,
    archiveNumber: fact.archiveNumber,
  };
}

async function readSteps(read: Reader, id: string): Promise<OutgoingDetail['steps']> {
  const rows = await read
    .selectFrom('outgoingStep as step')
    .leftJoin('person', 'person.id', 'step.createdBy')
    .select([
      'step.id',
      'step.createdAt as at',
      'person.name as actorName',
      'step.action',
      'step.label',
      'step.fromState',
      'step.toState',
      'step.personName',
      'step.opinion',
      'step.decidedOn',
    ])
    .where('step.outgoingId', '=', id)
    .orderBy('step.id')
    .execute();
  return rows.map(({ fromState, toState, actorName, action, ...row }) =>
    Object.assign(row, {
      actorName: actorName ?? '',
      action: OUTGOING_ACTIONS.find((known) => known === action) ?? 'edit',
      from: asState(fromState),
      to: asState(toState),
    }),
  );
}

async function readVersions(read: Reader, fact: OutgoingFactTable): Promise<OutgoingDetail['versions']> {
  const rows = await read
    .selectFrom('outgoingVersion')
    .select(['id', 'sequence', 'createdAt as at', 'actorName', 'state', 'reason'])
    .where('outgoingId', '=', fact.outgoingId)
    .orderBy('sequence')
    .execute();
  return rows.map((row) =>
    Object.assign(row, { state: asState(row.state), signed: row.id === fact.signedVersionId }),
  );
}

async function readCountersigns(read: Reader, id: string): Promise<OutgoingDetail['countersigns']> {
  const rows = await read
    .selectFrom('countersign')
    .select(['id', 'round', 'departmentName', 'status', 'verdict', 'opinion', 'personName', 'answeredAt'])
    .where('outgoingId', '=', id)
    .orderBy('round')
    .orderBy('id')
    .execute();
  return rows.map((row) => Object.assign(row, { verdict: asVerdict(row.verdict) }));
}

async function readDistribution(read: Reader, id: string): Promise<OutgoingDetail['distribution']> {
  const rows = await read
    .selectFrom('distribution')
    .select(['id', 'unit', 'copies', 'method', 'copyNumbers', 'receiver', 'receivedOn', 'waiver', 'note'])
    .where('outgoingId', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => Object.assign(row, { method: asMethod(row.method) }));
}

/** What it answers or passes on, and whether the 来文 still waits for its reply to be registered. */
async function readTies(read: Reader, id: string): Promise<OutgoingDetail['links']> {
  const waiting = new Set((await waitingForReply(read, id)).map((paper) => paper.id));
  const links = await readLinks(read, 'outgoing', id);
  return links.map((link) =>
    Object.assign({ awaitsReply: link.kind === 'incoming' && waiting.has(link.id) }, link),
  );
}
