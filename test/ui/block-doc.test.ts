import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Block } from '../../shared/gongwen/model.ts';
import { blocksToDoc, docToBlocks } from '../../renderer/features/outgoing/editor/text/block-doc.ts';
import { BODY_EXTENSIONS } from '../../renderer/features/outgoing/editor/text/extensions.ts';
import { randomBlocks, randomOf } from './random.ts';

const ROUNDS = 300;

/** One empty paragraph and no block at all are the same text. */
function canonical(blocks: readonly Block[]): readonly Block[] {
  const only = blocks[0];
  return blocks.length === 1 && only?.type === 'paragraph' && only.text === '' ? [] : blocks;
}

function throughEditor(blocks: readonly Block[]): Block[] {
  const editor = new Editor({ extensions: BODY_EXTENSIONS, content: blocksToDoc(blocks), injectCSS: false });
  // The schema itself must accept what was put in, not only carry it.
  editor.state.doc.check();
  const back = docToBlocks(editor.getJSON());
  editor.destroy();
  return back;
}

describe('blocks and the text editor', () => {
  it('loses nothing on the way into the real editor and back', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const blocks = randomBlocks(randomOf(seed));
      expect(throughEditor(blocks), `seed ${seed}`).toEqual(canonical(blocks));
    }
  });

  it('keeps block i as child i, so that a model path finds its place', () => {
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const blocks = randomBlocks(randomOf(seed));
      if (blocks.length === 0) continue;
      const types = (blocksToDoc(blocks).content ?? []).map((node) => node.type);
      expect(types, `seed ${seed}`).toEqual(blocks.map((block) => block.type));
    }
  });

  it('gives back what the model accepts', () => {
    const blocks = randomBlocks(randomOf(7));
    const document = { genre: '通知', issuers: ['×市'], body: throughEditor(blocks) };
    expect(gongwenDraftSchema.safeParse(document).success).toBe(true);
  });

  it('takes an empty table apart into one empty cell, and header rows only from the top', () => {
    expect(throughEditor([{ type: 'table', rows: [] }])).toEqual([{ type: 'table', rows: [['']] }]);
    const table: Block = { type: 'table', header: [['甲'], ['乙']], rows: [['丙']] };
    expect(throughEditor([table])).toEqual([table]);
  });

  it('merges the chosen cells of a table and takes them apart again', () => {
    const table: Block = {
      type: 'table',
      rows: [
        ['甲', '', '乙'],
        ['丙', '', '丁'],
      ],
    };
    const editor = new Editor({
      extensions: BODY_EXTENSIONS,
      content: blocksToDoc([table]),
      injectCSS: false,
    });
    const cells: number[] = [];
    editor.state.doc.descendants((node, position) => {
      if (node.type.name === 'tableCell') cells.push(position);
    });
    editor.commands.setCellSelection({ anchorCell: cells[0] ?? 0, headCell: cells[1] ?? 0 });
    expect(editor.can().mergeCells()).toBe(true);
    editor.commands.mergeCells();
    expect(docToBlocks(editor.getJSON())).toEqual([{ ...table, spans: [{ row: 0, column: 0, columns: 2 }] }]);
    editor.commands.splitCell();
    expect(docToBlocks(editor.getJSON())).toEqual([table]);
    editor.destroy();
  });
});
