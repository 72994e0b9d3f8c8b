import type { Warn } from './check-wording.ts';
import type { Block, Gongwen } from './model.ts';
import { isCountedPair, type Numbering, readNumbering, writeHanNumber } from './numbering.ts';
import { isRunIn } from './recognize.ts';

/** Checks of 层次序数 in each body (K-36 form, K-37 order of the levels, K-38 sequence, K-39). */

const CLAUSE = 'GB/T 9704-2012 7.3.3';

const writeMark: Readonly<Record<1 | 2 | 3 | 4, (value: number) => string>> = {
  1: (value) => `${writeHanNumber(value)}、`,
  2: (value) => `（${writeHanNumber(value)}）`,
  3: (value) => `${value}.`,
  4: (value) => `（${value}）`,
};

interface Open {
  readonly level: number;
  readonly value: number;
}

/** 第一章, 第二节, 第三条 start a numbering of their own. */
const ARTICLE = /^第[一二三四五六七八九十百\d]+[编章节条]/u;

function checkSequence(
  items: readonly { path: string; numbering: Numbering | undefined }[],
  warn: Warn,
): void {
  let open: Open[] = [];
  /** Last value of each level under the parent that is open now. */
  let last: Partial<Record<number, number>> = {};
  for (const { path, numbering } of items) {
    if (numbering === undefined) {
      open = [];
      last = {};
      continue;
    }
    const { level, value, mark } = numbering;
    const deeper = open.filter((item) => item.level > level);
    const parent = open.findLast((item) => item.level < level);
    const skipped = deeper.length > 0 && last[level] === undefined && value === 1;
    if (skipped) {
      warn(path, `“${mark}”排在“${writeMark[(deeper[0]?.level ?? 3) as 3](1)}”之下，层次倒置`, CLAUSE);
    } else if (parent !== undefined && level - parent.level > 1 && !(parent.level === 1 && level === 3)) {
      warn(path, `“${mark}”跳过了上一层次，次序应为“一、”“（一）”“1.”“（1）”`, CLAUSE);
    }
    const expected = (last[level] ?? 0) + 1;
    const restarts = value === 1 && level >= 3;
    if (value !== expected && !restarts && !skipped) {
      const repeated = last[level] !== undefined && value <= (last[level] ?? 0);
      warn(path, `序号“${mark}”${repeated ? '重复' : '不连续'}，应为“${writeMark[level](expected)}”`, CLAUSE);
    }
    open = [...open.filter((item) => item.level < level), { level, value }];
    for (const other of [1, 2, 3, 4]) if (other > level) delete last[other];
    last[level] = value;
  }
}

function checkBlocks(blocks: readonly Block[], path: string, warn: Warn): void {
  const items: { path: string; numbering: Numbering | undefined }[] = [];
  blocks.forEach((block, index) => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return;
    const at = `${path}.${index}.text`;
    const numbering =
      isCountedPair(block.text) && block.type === 'paragraph' ? undefined : readNumbering(block.text);
    if (block.type === 'heading' && block.text.endsWith('。') && !isRunIn(blocks, index)) {
      warn(at, '独立成段的小标题末尾不加句号（实务）');
    }
    if (numbering !== undefined) {
      items.push({ path: at, numbering });
      if (!numbering.regular) {
        const wanted = writeMark[numbering.level](numbering.value);
        warn(at, `层次序数“${numbering.mark}”应写作“${wanted}”`, CLAUSE);
      }
    } else {
      if (ARTICLE.test(block.text)) items.push({ path: at, numbering: undefined });
      const circled = /^[①-⑳]|^[⑴-⒇]|^[⒈-⒛]/u.exec(block.text);
      if (circled !== null) warn(at, `层次序数“${circled[0]}”不用，第三、四层写作“1.”“（1）”`, CLAUSE);
    }
  });
  checkSequence(items, warn);
}

/** Reports irregular 层次序数 in the body, the attachments and the enclosed documents. */
export function checkNumbering(document: Gongwen, warn: Warn): void {
  checkBlocks(document.body, 'body', warn);
  document.attachments.forEach(({ body }, index) => checkBlocks(body, `attachments.${index}.body`, warn));
  document.enclosures.forEach(({ body }, index) => checkBlocks(body, `enclosures.${index}.body`, warn));
}
