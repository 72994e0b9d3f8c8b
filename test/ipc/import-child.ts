/** Imports a ledger into an office that exists, telling how far it is; killed on the way by exchange-crash.test.ts. */
import { writeSync } from 'node:fs';
import { startProgram } from './harness.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const program = await startProgram({ folder, reopen: true });
const { exchange } = program.api;
program.answers.push(file);
const session = await exchange.importFile();
const id = session?.id ?? '';
await exchange.skipFaulty({ id, reason: '测试' });
program.progress.push = (...events) => {
  for (const { label } of events) writeSync(1, `${label}\n`);
  return 0;
};
await exchange.runImport({ id, job: 'j', classifiedAcknowledged: true });
writeSync(1, 'done\n');
await program.close();
