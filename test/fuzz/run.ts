import { violations } from '../layout/invariants.ts';
import { RandomDocuments } from '../layout/random-document.ts';
import { fonts } from '../layout/support.ts';

/** `npm run fuzz [-- COUNT [SEED]]`: lays out COUNT random documents from SEED on; exits 1 with the seeds that fail. */

const COUNT = 20_000;
/** Failing seeds after which it is enough. */
const ENOUGH = 50;
const STEP = 500;

const wholeNumber = (given: string | undefined, usual: number): number => {
  const value = given === undefined ? usual : Number(given);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`not a whole number from 1 on: ${given}`);
  return value;
};

const [countGiven, seedGiven] = process.argv.slice(2);
const count = wholeNumber(countGiven, COUNT);
const first = wholeNumber(seedGiven, 1);

/** Problems of the document of one seed; an exception is one. */
function problemsOf(seed: number): string[] {
  try {
    return violations(new RandomDocuments(seed).document(), fonts);
  } catch (error) {
    return [`exception: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}

const failing: number[] = [];
const started = performance.now();
let done = 0;
for (let seed = first; seed < first + count && failing.length < ENOUGH; seed += 1) {
  const problems = problemsOf(seed);
  done += 1;
  if (problems.length > 0) {
    failing.push(seed);
    console.log(`✗ seed ${seed}\n  ${problems.slice(0, 5).join('\n  ')}`);
  }
  if (done % STEP === 0) {
    const each = (performance.now() - started) / done;
    const left = Math.round((each * (count - done)) / 1000);
    console.log(`${done} of ${count}, ${failing.length} failing, ${each.toFixed(1)} ms each, ${left} s left`);
  }
}
console.log(`${done} documents from seed ${first}: ${failing.length} failing`);
if (failing.length > 0) {
  console.log(`one of them again: npm run fuzz -- 1 ${failing[0]}`);
  process.exitCode = 1;
}
