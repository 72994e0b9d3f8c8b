import { basename } from 'node:path';
import type { ImageFormat } from '../docgen/image/page-image.ts';
import type { FileKind } from '../docgen/render.ts';

/** The command line of `gongwen`, read strictly: what is not understood is an error, never a guess. */

export const USAGE = `用法：
  npm run --silent gongwen -- render 公文.json... --out 文件夹 [--to pdf,docx,png,webp] [--width 像素]
                                          [--fonts system|bundled]
  npm run --silent gongwen -- layout 公文.json [--fonts system|bundled]

render  把公文排成 PDF 和 DOCX，每写好一个文件输出一行；文件名与输入相同。
        页面图片（png、webp）每页一个文件，文件名后加“-页码”：通知-1.png、通知-2.png。
layout  输出排好的版面（JSON，位置以毫米计）。

--out    放结果的文件夹，没有就新建。
--to     要哪几种，用逗号隔开：pdf、docx、png、webp。不写则要 pdf 和 docx。
--width  页面图片的宽，100至5000像素，默认1240（每英寸150点）。
--fonts  system：先用本机字体（默认）；bundled：只用程序自带字体，在哪台电脑上结果都一样。

退出码：0 全部写好；2 输入或用法有误；1 程序出错。`;

const KINDS: readonly FileKind[] = ['pdf', 'docx'];
// Not imported: the module that draws images is only loaded when one is asked for.
const IMAGES: readonly ImageFormat[] = ['png', 'webp'];
const WIDTH = { least: 100, usual: 1240, most: 5000 } as const;

export type FontMode = 'system' | 'bundled';

export type Command =
  | { readonly name: 'help' }
  | {
      readonly name: 'render';
      readonly inputs: readonly string[];
      readonly out: string;
      readonly kinds: readonly FileKind[];
      readonly images: readonly ImageFormat[];
      /** Width of page images in pixels. */
      readonly width: number;
      readonly fonts: FontMode;
    }
  | { readonly name: 'layout'; readonly input: string; readonly fonts: FontMode };

/** A wrong command line; the message is Chinese. */
export class UsageError extends Error {}

const OPTIONS: Readonly<Record<'render' | 'layout', readonly string[]>> = {
  render: ['--out', '--to', '--width', '--fonts'],
  layout: ['--fonts'],
};

/** Options by name and the other words in order. */
function split(name: 'render' | 'layout', words: readonly string[]): [Map<string, string>, string[]] {
  const options = new Map<string, string>();
  const inputs: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      inputs.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      inputs.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const option = equals < 0 ? word : word.slice(0, equals);
    if (!OPTIONS[name].includes(option)) {
      throw new UsageError(`${name} 没有选项“${option}”，可用的有：${OPTIONS[name].join('、')}`);
    }
    if (options.has(option)) throw new UsageError(`选项“${option}”写了两次`);
    const next = words[at + 1];
    const value = equals < 0 ? next : word.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--'))) {
      throw new UsageError(`选项“${option}”后面缺少内容`);
    }
    if (equals < 0) at += 1;
    options.set(option, value);
  }
  return [options, inputs];
}

function readFonts(value: string | undefined): FontMode {
  if (value === undefined || value === 'system') return 'system';
  if (value === 'bundled') return 'bundled';
  throw new UsageError(`--fonts 只能是 system 或 bundled，现为“${value}”`);
}

function readKinds(value: string | undefined): { kinds: FileKind[]; images: ImageFormat[] } {
  if (value === undefined) return { kinds: [...KINDS], images: [] };
  const asked = value.split(',').map((kind) => kind.trim().toLowerCase());
  const wrong = asked.find((kind) => ![...KINDS, ...IMAGES].some((known) => known === kind));
  if (wrong !== undefined) {
    throw new UsageError(`--to 只能是 pdf、docx、png、webp，几种之间用逗号隔开，现为“${value}”`);
  }
  return {
    kinds: KINDS.filter((kind) => asked.includes(kind)),
    images: IMAGES.filter((kind) => asked.includes(kind)),
  };
}

function readWidth(value: string | undefined): number {
  if (value === undefined) return WIDTH.usual;
  const width = /^\d{1,5}$/u.test(value) ? Number(value) : 0;
  if (width >= WIDTH.least && width <= WIDTH.most) return width;
  throw new UsageError(`--width 是${WIDTH.least}至${WIDTH.most}之间的整数（像素），现为“${value}”`);
}

/** Name of the outputs of an input, without extension. */
export const outputName = (input: string) => basename(input).replace(/\.json$/iu, '');

function checkNames(inputs: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const input of inputs) {
    const name = outputName(input);
    // One folder of a Windows disk cannot hold 通知.pdf twice, nor A.pdf and a.pdf.
    const key = name.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      throw new UsageError(`“${other}”和“${input}”会写成同名文件“${name}”，请分开处理或改名`);
    }
    seen.set(key, input);
  }
}

/**
 * Reads the words after `gongwen --`.
 * @throws UsageError
 */
export function readArguments(words: readonly string[]): Command {
  const [name, ...rest] = words;
  if (words.includes('--help') || words.includes('-h') || name === 'help') return { name: 'help' };
  if (name === undefined) throw new UsageError('缺少命令，应为 render 或 layout');
  if (name !== 'render' && name !== 'layout')
    throw new UsageError(`没有命令“${name}”，应为 render 或 layout`);
  const [options, inputs] = split(name, rest);
  const [input] = inputs;
  if (input === undefined) throw new UsageError(`${name} 后面缺少公文文件`);
  const fonts = readFonts(options.get('--fonts'));
  if (name === 'layout') {
    if (inputs.length > 1) throw new UsageError(`layout 一次只能看一份公文，现有${inputs.length}份`);
    return { name, input, fonts };
  }
  const out = options.get('--out');
  if (out === undefined) throw new UsageError('缺少 --out 和放结果的文件夹');
  const { kinds, images } = readKinds(options.get('--to'));
  const width = readWidth(options.get('--width'));
  checkNames(inputs);
  return { name, inputs, out, kinds, images, width, fonts };
}
