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

/** Type checker, linter and formatter over the whole project; prints what each complains about. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const { name, script, args } of CHECKS) {
    const result = await capture(process.execPath, [toolScript(script), ...args], { cwd: PROJECT });
    if (result.code !== 0) failed += 1;
    console.log(`${result.code === 0 ? '✓' : '✗'} ${name}`);
    if (result.code !== 0) console.log(`${result.stdout}${result.stderr}`.trimEnd());
  }
  return { passed: CHECKS.length - failed, failed };
}
