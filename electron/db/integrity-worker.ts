import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openRaw } from './native-binding.ts';

/** Thread that reads a whole file: answers `ok`, or what is wrong with it. */
function check(file: string): string {
  try {
    const raw = openRaw(file, { readonly: true, mustExist: true });
    try {
      return String(raw.pragma('integrity_check(10)', { simple: true }));
    } finally {
      raw.close();
    }
  } catch (error) {
    return String(error);
  }
}

const { file } = z.object({ file: z.string() }).parse(workerData);
parentPort?.postMessage(check(file), []);
