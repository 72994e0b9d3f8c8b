import type { Block } from '../../../../../shared/gongwen/model.ts';
import { recognizeBlocks } from '../../../../../shared/gongwen/recognize.ts';

/** Recognises levels in plain paragraphs; what already is a heading, a table or an image stays. */
export function recognizeLevels(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    // Together, so that a count such as 一、二级医院 is told from an item by its neighbours.
    if (run.length > 0) result.push(...recognizeBlocks(run.join('\n')));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') run.push(block.text);
    else {
      flush();
      result.push(block);
    }
  }
  flush();
  return result;
}
