import { PROJECT, toolScript } from './project.ts';
import { capture } from './run-command.ts';

interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const TYPED_FOLDERS = ['shared', 'electron', 'renderer', 'scripts', 'test'];

const CHECKS: readonly Check[] = [
  ...TYPED_FOLDERS.map((folder) => ({
    name: `tsc ${folder}`,
    script: 'typescript/bin/tsc',
    args: ['-p', folder],
  })),
  { name: 'oxlint', script: 'oxlint/bin/oxlint', args: ['--type-aware', '--quiet'] },
  {
    name: 'prettier',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '--cache', '--cache-strategy=content', '.'],
  },
];

/** Checks at the same time: two, for a machine with two cores. */
const LANES = 2;

/** Type checker, linter and formatter over the whole project; prints what each complains about. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...CHECKS];
  let failed = 0;
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await capture(process.execPath, [toolScript(check.script), ...check.args], {
        cwd: PROJECT,
      });
      console.log(`${result.code === 0 ? '✓' : '✗'} ${check.name}`);
      if (result.code === 0) continue;
      failed += 1;
      console.log(`${result.stdout}${result.stderr}`.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { passed: CHECKS.length - failed, failed };
}
