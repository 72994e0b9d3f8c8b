/** Numbers documents until it is killed; a serial is printed only after its commit. Run by numbering.test.ts. */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../electron/db/open.ts';
import { assignNext, readSeed } from './numbering-office.ts';

const file = process.argv[2] ?? '';
const database = await openDatabase({ file, backupFolder: path.dirname(file), create: false });
const { actor, code } = await readSeed(database);
for (;;) {
  const serial = await assignNext(database, actor, code);
  writeSync(1, `${serial}\n`);
}
