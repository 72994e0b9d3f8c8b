import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TableName } from '../../shared/ipc/define.ts';
import {
  discardDraft,
  draftOf,
  dumpTables,
  numberDraft,
  setUp,
  startProgram,
  voidNumber,
} from './harness.ts';
import type { Program } from './harness.ts';

/** A command tells every table it wrote: what it leaves out, the screens would go on showing as it was. */

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

/** Tables no screen reads on their own, with the one whose readers see them. */
const SEEN_THROUGH: Readonly<Record<string, TableName>> = {
  numberSeries: 'issuedNumber',
  outgoingFact: 'outgoing',
  outgoingStep: 'outgoing',
  outgoingVersion: 'outgoing',
  outgoingSignature: 'outgoing',
  undoStep: 'outgoing',
};

const commands: Readonly<Record<string, (own: { id: string; rowVersion: number }) => Promise<unknown>>> = {
  'office.update': async () => {
    const { rowVersion } = await program.api.office.get();
    return program.api.office.update({ rowVersion, name: '某局', printingOffice: '某局办公室' });
  },
  'office.saveIssuerCode': () =>
    program.api.office.saveIssuerCode({ code: '某函', issuers: ['某局'], markSuffix: '', active: true }),
  'office.savePerson': () =>
    program.api.office.savePerson({ name: '赵敏', departmentId: null, post: '', phone: '', active: true }),
  'office.saveDepartment': () => program.api.office.saveDepartment({ name: '法规科', sortOrder: 1 }),
  'outgoing.create': () => program.api.outgoing.create({ genre: '函' }),
  'outgoing.save': async (own) => {
    const { document } = await program.api.outgoing.get({ id: own.id });
    return program.api.outgoing.save({ ...own, document: { ...document, title: '改后的标题' } });
  },
  'outgoing.assignNumber': (own) => numberDraft(program, { ...own, issuerCode: '临建发', year: 2026 }),
  'outgoing.voidNumbered': async (own) => {
    const { rowVersion } = await numberDraft(program, {
      ...own,
      issuerCode: '临建发',
      year: 2026,
    });
    program.changes.length = 0;
    return voidNumber(program, { id: own.id, rowVersion, reason: '不再印发' });
  },
  'outgoing.discard': (own) => discardDraft(program, { ...own, reason: '写错了' }),
  'outgoing.saveFacts': async (own) => {
    const facts = {
      departmentName: '法规科',
      phone: '',
      disclosure: '主动公开' as const,
      printCopies: 5,
      countersignNeeded: false,
      countersignPlan: [],
      remark: '',
    };
    return program.api.outgoing.saveFacts({ ...own, facts });
  },
  'outgoing.undo': async (own) => {
    const { rowVersion } = await discardDraft(program, { ...own, reason: '写错了' });
    program.changes.length = 0;
    return program.api.outgoing.undo({ id: own.id, rowVersion });
  },
  'outgoing.saveSeal': () =>
    program.api.outgoing.saveSeal({ name: '某局', category: '行政', keeper: '林晓', active: true }),
  'outgoing.saveDistributionList': () =>
    program.api.outgoing.saveDistributionList({
      name: '各科室',
      units: [{ unit: '法规科', copies: 1, method: '公文交换' }],
    }),
  'outgoing.importFile': () => {
    program.answers.push(path.join(import.meta.dirname, '../../resources/samples/hu-weijian-fa-2023-1.json'));
    return program.api.outgoing.importFile();
  },
};

it.each(Object.entries(commands))('%s', async (_name, run) => {
  const own = await draftOf(program, '关于变更的通知');
  const before = await dumpTables(program);
  program.changes.length = 0;
  await run(own);
  const after = await dumpTables(program);
  const told: readonly string[] = program.changes.flat();
  const written = Object.keys(after)
    .filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]))
    .map((table) => SEEN_THROUGH[table] ?? table);
  expect(written).not.toEqual([]);
  expect(told).toEqual(expect.arrayContaining(written));
});

it('office.loadSample and removeSample', async () => {
  for (const run of [program.api.office.loadSample, program.api.office.removeSample]) {
    program.changes.length = 0;
    await run();
    // Those who read 机关代字 read the office as well.
    expect(program.changes.flat()).toEqual(expect.arrayContaining(['outgoing', 'issuedNumber', 'office']));
  }
});
