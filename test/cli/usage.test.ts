import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, makeSandbox, runCli, type Sandbox } from './run-cli.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
  sandbox.write('a.json', GOOD);
  sandbox.write('A.JSON', GOOD);
  sandbox.write('b.json', GOOD);
});
afterEach(() => sandbox.remove());

describe('wrong usage: said in Chinese with the usage, exit code 2, nothing written', () => {
  it.each<[string, string[], string]>([
    ['nothing', [], '缺少命令，应为 render 或 layout'],
    ['unknown command', ['print', 'a.json'], '没有命令“print”，应为 render 或 layout'],
    ['no input', ['render', '--out', 'out'], 'render 后面缺少公文文件'],
    ['no --out', ['render', 'a.json'], '缺少 --out 和放结果的文件夹'],
    ['--out without a folder', ['render', 'a.json', '--out'], '选项“--out”后面缺少内容'],
    ['--out before another option', ['render', 'a.json', '--out', '--to', 'pdf'], '选项“--out”后面缺少内容'],
    ['--out is a file', ['render', 'a.json', '--out', 'b.json'], '--out “b.json”是文件，不是文件夹'],
    [
      'unknown kind',
      ['render', 'a.json', '--out', 'out', '--to', 'ofd'],
      '--to 只能是 pdf、docx、png、webp，几种之间用逗号隔开，现为“ofd”',
    ],
    [
      'unknown fonts',
      ['render', 'a.json', '--out', 'out', '--fonts', 'mine'],
      '--fonts 只能是 system 或 bundled，现为“mine”',
    ],
    [
      'unknown option',
      ['render', 'a.json', '--output', 'out'],
      'render 没有选项“--output”，可用的有：--out、--to、--width、--fonts',
    ],
    [
      'width that is no width',
      ['render', 'a.json', '--out', 'out', '--to', 'png', '--width', '99'],
      '--width 是100至5000之间的整数（像素），现为“99”',
    ],
    ['option twice', ['render', 'a.json', '--out', 'x', '--out=y'], '选项“--out”写了两次'],
    [
      'same output twice',
      ['render', 'a.json', './A.JSON', '--out', 'out'],
      '“a.json”和“./A.JSON”会写成同名文件“A”，请分开处理或改名',
    ],
    ['layout of two', ['layout', 'a.json', 'b.json'], 'layout 一次只能看一份公文，现有2份'],
    ['layout with --out', ['layout', 'a.json', '--out', 'out'], 'layout 没有选项“--out”，可用的有：--fonts'],
  ])('%s', (_name, words, message) => {
    const run = runCli(sandbox.folder, ...words);
    expect(run.faults[0]).toBe(message);
    expect(run.faults[1]).toBe('用法：');
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(sandbox.names()).toEqual(['A.JSON', 'a.json', 'b.json']);
  });

  it('prints the usage when asked', () => {
    const run = runCli(sandbox.folder, '--help');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^用法：/u);
  });
});

describe('what is asked for', () => {
  it('--to pdf writes no docx; --out=DIR is understood; folders are made', () => {
    const run = runCli(sandbox.folder, 'render', '--to', 'pdf', '--out=x/y', 'a.json', '--fonts=bundled');
    expect(run).toMatchObject({ code: 0, faults: [] });
    expect(sandbox.names('x/y')).toEqual(['a.pdf']);
  });
});
