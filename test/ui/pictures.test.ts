import './dom-gaps.ts';
import { describe, expect, it } from 'vitest';
import { picturesOf, refusalOf } from '../../renderer/features/outgoing/editor/pictures/picture-files.ts';
import { clampWidth, naturalWidth } from '../../renderer/features/outgoing/editor/pictures/picture-size.ts';
import { cellsOfText } from '../../renderer/features/outgoing/editor/text/read-cells.ts';
import {
  evenWidths,
  roomOf,
  sumOf,
  withWidth,
} from '../../renderer/features/outgoing/editor/text/table-widths.ts';
import {
  chosenIndex,
  shapeOf,
  titleChoices,
} from '../../renderer/features/outgoing/editor/form/title-shape.ts';
import {
  sealRows,
  sealsOfRows,
  withPicture,
} from '../../renderer/features/outgoing/editor/form/seal-rows.ts';

describe('the width of a picture', () => {
  it('starts at 300 dpi, inside the type area both ways', () => {
    expect(naturalWidth({ width: 1200, height: 500 })).toBe(101.6);
    expect(naturalWidth({ width: 6000, height: 2000 })).toBe(156);
    // 205 mm high at most
    expect(naturalWidth({ width: 3000, height: 9000 })).toBe(68.3);
    expect(naturalWidth({ width: 1, height: 1 })).toBe(5);
  });

  it('is kept to what a page can hold', () => {
    expect([clampWidth(400), clampWidth(-3), clampWidth(33.333), clampWidth(Number.NaN)]).toEqual([
      156, 5, 33.3, 156,
    ]);
  });
});

function file(type: string): File {
  return new File(['x'], 'a', { type });
}

describe('files that are put in', () => {
  it('are PNG and JPEG; the others are told', () => {
    const [png, jpeg, pdf] = [file('image/png'), file('image/jpeg'), file('application/pdf')];
    expect(picturesOf([png, pdf, jpeg])).toEqual({ pictures: [png, jpeg], others: true });
    expect(picturesOf([png])).toEqual({ pictures: [png], others: false });
  });

  it('are refused before they are read when they cannot be taken', () => {
    expect(refusalOf({ type: 'image/webp', size: 10 })).toBe('只能插入 PNG 或 JPEG 图片。');
    expect(refusalOf({ type: 'image/png', size: 20 * 1024 * 1024 + 1 })).toBe(
      '图片超过 20 MB，请缩小后再插入。',
    );
    expect(refusalOf({ type: 'image/png', size: 20 * 1024 * 1024 })).toBeNull();
  });
});

describe('cells copied as text', () => {
  it('are rows of equal length', () => {
    expect(cellsOfText('科室\t人数\r\n内科\t28\r\n', 2)).toEqual([
      ['科室', '人数'],
      ['内科', '28'],
    ]);
    expect(cellsOfText('骨科\t\t12', 1)).toEqual([['骨科', '', '12']]);
  });

  it.each([
    ['a text', '第一段\n第二段', 1],
    ['one row outside of a table', '骨科\t12', 2],
    ['a numbered list of Word', '1.\t总则\n2.\t分则', 2],
    ['a list with bullets', '•\t总则\n•\t分则', 2],
    ['rows of different lengths', 'a\tb\nc', 2],
    ['nothing but tabs', '\t\n\t', 2],
  ])('%s is no table', (_what, text, fewest) => {
    expect(cellsOfText(text, fewest)).toBeNull();
  });
});

describe('column widths', () => {
  it('in equal parts never pass the room', () => {
    for (const room of [roomOf(false), roomOf(true)]) {
      for (let columns = 1; columns <= 20; columns += 1) {
        const widths = evenWidths(columns, room);
        expect(widths).toHaveLength(columns);
        expect(sumOf(widths)).toBeLessThanOrEqual(room);
        expect(sumOf(widths)).toBeGreaterThan(room - columns * 0.1 - 0.001);
      }
    }
  });

  it('typed too wide are cut to what the others leave', () => {
    expect(withWidth([52, 52, 52], 0, 400, 156)).toEqual([52, 52, 52]);
    expect(withWidth([30, 52, 52], 0, 400, 156)).toEqual([52, 52, 52]);
    expect(withWidth([52, 52, 52], 1, 20.26, 156)).toEqual([52, 20.3, 52]);
  });
});

describe('breaks of a title', () => {
  it.each([
    [['一二三四'], '一行'],
    [['一二', '一二三四'], '梯形'],
    [['一二三四', '一二'], '倒梯形'],
    [['一二', '一二三四', '一二三'], '菱形'],
    [['一二三', '一二', '一二三'], '沙漏形'],
    [['一二', '三四'], '等长'],
    [['一二', '一二', '一二三四'], '梯形'],
  ])('%j is %s', (lines, shape) => {
    expect(shapeOf(lines)).toBe(shape);
  });

  const TITLE = '江城市人民医院关于进一步加强冬季呼吸道传染病防控工作的通知';

  it('the automatic one first, stored without breaks; then others that say the same', () => {
    const choices = titleChoices(TITLE);
    expect(choices[0]?.title).toBe(TITLE);
    expect(choices.length).toBeGreaterThan(1);
    for (const { title, lines } of choices) {
      expect(title.replaceAll('\n', '')).toBe(TITLE);
      expect(lines.join('')).toBe(TITLE);
    }
    expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length);
  });

  it("knows the drafter's own breaks from the offered ones", () => {
    const choices = titleChoices(TITLE);
    expect(chosenIndex(choices, TITLE)).toBe(0);
    expect(chosenIndex(choices, choices[1]?.title ?? '')).toBe(1);
    expect(chosenIndex(choices, choices[0]?.lines.join('\n') ?? '')).toBe(0);
    expect(chosenIndex(choices, '江城市\n人民医院关于进一步加强冬季呼吸道传染病防控工作的通知')).toBe(-1);
  });

  it('a short title has none to choose', () => {
    expect(titleChoices('关于放假的通知')).toEqual([]);
    expect(titleChoices('')).toEqual([]);
  });
});

describe('seals of the form', () => {
  it('are one for each issuer; what is usual at the end stays unsaid', () => {
    const rows = sealRows([{ diameter: 40 }], ['甲', '乙']);
    expect(rows).toEqual([{ diameter: 40 }, { diameter: 42 }]);
    expect(sealsOfRows(rows)).toEqual([{ diameter: 40 }]);
    expect(sealsOfRows(sealRows([], ['甲', '乙']))).toEqual([]);
    expect(sealsOfRows([{ diameter: 42 }, { diameter: 42, image: 'a.png' }])).toHaveLength(2);
    // a seal beyond the issuers is shown, not lost
    expect(sealRows([{ diameter: 40 }, { diameter: 38 }], ['甲'])).toHaveLength(2);
  });

  it('have a picture only while one is chosen', () => {
    expect(withPicture({ diameter: 42 }, 'a.png')).toEqual({ diameter: 42, image: 'a.png' });
    expect(Object.keys(withPicture({ diameter: 42, image: 'a.png' }, undefined))).toEqual(['diameter']);
  });
});
