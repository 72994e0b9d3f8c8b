import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { previewDocument, printPages, renderDocument } from '../../electron/docgen/render.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { PageItem } from '../../shared/gongwen/pages.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { measureInk } from './measure-ink.ts';
import { measurePdf } from './measure-pdf.ts';
import { roundSealPng } from './test-images.ts';

/** Pictures of seals and 签名章 stand where the room for the real one is kept, over the text. */

const fonts = bundledFonts();
const folder = mkdtempSync(join(tmpdir(), 'gongwentai-seal-'));
const seal = join(folder, 'seal.png');
writeFileSync(seal, roundSealPng(300));
afterAll(() => rmSync(folder, { recursive: true }));

function notice(change: Record<string, unknown>): Gongwen {
  return gongwenDraftSchema.parse({
    genre: '通知',
    issuers: ['某市人民政府办公室'],
    title: '关于加强值班工作的通知',
    body: [{ type: 'paragraph', text: '各单位要加强组织领导，压实工作责任。' }],
    issuedOn: '2026-03-05',
    ...change,
  });
}

async function items(document: Gongwen): Promise<readonly PageItem[]> {
  const { laidOut } = await renderDocument(document, fonts, { kinds: [] });
  return laidOut.pages.flatMap((page) => page.items);
}

describe('the picture of a seal', () => {
  const sealed = notice({ seals: [{ diameter: 42, image: seal }] });

  it('stands exactly where the room of the real seal is kept (7.3.5.1)', async () => {
    const room = (await items(notice({ seals: [{ diameter: 42 }] }))).find(({ kind }) => kind === 'seal');
    if (room?.kind !== 'seal') throw new Error('no room for a seal');
    const { files } = await renderDocument(sealed, fonts, { kinds: ['pdf'] });
    const [drawn] = (await measurePdf(files.pdf ?? new Uint8Array())).pages.flatMap(({ images }) => images);
    expect(drawn?.x).toBeCloseTo(room.centerX - 21, 2);
    expect(drawn?.y).toBeCloseTo(room.centerY - 21, 2);
    expect(drawn?.width).toBeCloseTo(42, 2);
    expect(drawn?.height).toBeCloseTo(42, 2);
    const [page] = (await previewDocument(sealed, fonts)).pages;
    const [, x, y, width] =
      /<image [^>]*data-path="seals\.0"[^>]* x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/u.exec(
        page?.svg ?? '',
      ) ?? [];
    expect(Number(x)).toBeCloseTo(room.centerX - 21, 2);
    expect(Number(y)).toBeCloseTo(room.centerY - 21, 2);
    expect(Number(width)).toBe(42);
    // The dashed circle of the room is gone; print has the picture too.
    expect(page?.svg).not.toContain('<circle');
    expect((await printPages(sealed, fonts))[0]?.svg).toContain('data-path="seals.0"');
  });

  it('is pressed over 署名 and 成文日期, which show through where it is transparent', async () => {
    const { files } = await renderDocument(sealed, fonts, { kinds: ['pdf'] });
    const bytes = files.pdf ?? new Uint8Array();
    const [drawn] = (await measurePdf(bytes)).pages.flatMap(({ images }) => images);
    if (!drawn) throw new Error('no image');
    const region = { x: drawn.x - 1, y: drawn.y - 1, width: 44, height: 44 };
    const ring = await measureInk(bytes, { region, color: 'red', dpi: 300 });
    expect(ring?.left).toBeCloseTo(drawn.x, 0);
    expect((ring?.right ?? 0) - (ring?.left ?? 0)).toBeCloseTo(42, 0);
    expect((ring?.bottom ?? 0) - (ring?.top ?? 0)).toBeCloseTo(42, 0);
    // Text inside the ring is still black, and the middle of the seal covers it.
    expect(await measureInk(bytes, { region, color: 'black', dpi: 150 })).not.toBeNull();
    const middle = { x: drawn.x + 19, y: drawn.y + 19, width: 4, height: 4 };
    expect(await measureInk(bytes, { region: middle, color: 'black', dpi: 150 })).toBeNull();
    expect(await measureInk(bytes, { region: middle, color: 'red', dpi: 150 })).not.toBeNull();
  });

  it('is not drawn unless the document names one', async () => {
    const { files } = await renderDocument(notice({}), fonts, { kinds: ['pdf'] });
    expect((await measurePdf(files.pdf ?? new Uint8Array())).pages[0]?.images).toEqual([]);
    expect((await printPages(notice({}), fonts))[0]?.svg).not.toContain('<image');
  });
});

describe('the picture of a 签名章', () => {
  it('keeps its shape: its width follows its height (7.3.5.3)', async () => {
    const stamp = { office: '市长', name: '林知夏', image: seal };
    const { files } = await renderDocument(notice({ sealing: 'stamp', stamps: [stamp] }), fonts, {
      kinds: ['pdf'],
    });
    const [drawn] = (await measurePdf(files.pdf ?? new Uint8Array())).pages.flatMap(({ images }) => images);
    expect(drawn?.width).toBeCloseTo(15, 2);
    expect(drawn?.height).toBeCloseTo(15, 2);
  });
});
