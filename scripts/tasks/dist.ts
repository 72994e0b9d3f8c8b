/** `npm run dist`: installers of this system; `npm run dist -- --dir`: an unpacked program for tests. */
import { findRuntime } from '../electron-runtime/find-runtime.ts';
import { packForTest, packRelease } from '../pack/pack.ts';

const args = process.argv.slice(2);
const runtime = await findRuntime();
if (args.length === 1 && args[0] === '--dir') {
  console.log(await packForTest(runtime));
} else {
  for (const file of await packRelease(runtime, args)) console.log(file);
}
