import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../electron/docgen/render.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { readTags, walk } from './tagged-pdf.ts';

describe('merged cells in the structure of a PDF', () => {
  it('are one cell that says how many rows and columns it takes', async () => {
    const document = gongwenDraftSchema.parse({
      genre: '通知',
      issuers: ['江城市人民政府办公室'],
      body: [
        {
          type: 'table',
          header: [
            ['序号', '进度', ''],
            ['', '一季度', '二季度'],
          ],
          rows: [['1', '10', '20']],
          spans: [
            { row: 0, column: 0, rows: 2 },
            { row: 0, column: 1, columns: 2 },
          ],
        },
      ],
    });
    const { files } = await renderDocument(document, bundledFonts(), { kinds: ['pdf'] });
    const bytes = files.pdf ?? new Uint8Array();
    const tags = await readTags(bytes);
    const rows = walk(tags.root).filter(({ tag }) => tag === 'TR');
    expect(rows.map(({ children }) => children.map(({ text }) => text))).toEqual([
      ['序号', '进度'],
      ['一季度', '二季度'],
      ['1', '10', '20'],
    ]);
    const attributes = [...tags.objects.values()].flatMap(
      (object) => /\/(?:Row|Col)Span \d+/u.exec(object)?.[0] ?? [],
    );
    expect(attributes.toSorted()).toEqual(['/ColSpan 2', '/RowSpan 2']);
  });
});
