import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../renderer/features/exchange/paste-table.ts';

describe('cells from the clipboard', () => {
  it('as text: tabs between cells, line breaks inside quoted ones', () => {
    expect(readClipboard('', '1\t"关于\n某事的通知"\t\r\n2\t乙\t丙\r\n')).toEqual({
      rows: [
        ['1', '关于\n某事的通知', null],
        ['2', '乙', '丙'],
      ],
      merges: [],
    });
  });

  it('as a table of a spreadsheet: merged cells keep their place, breaks of the source are none', () => {
    const html = `<html><body><!--StartFragment--><table>
      <tr><td rowspan="2">1</td><td colspan=2>甲局<br>办公室</td><td>一
        二</td></tr>
      <tr><td>乙</td><td>&nbsp;</td><td>丁</td></tr>
    </table><!--EndFragment--></body></html>`;
    expect(readClipboard(html, '')).toEqual({
      rows: [
        ['1', '甲局\n办公室', null, '一 二'],
        [null, '乙', null, '丁'],
      ],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: 2 },
      ],
    });
  });

  it('a sentence or a picture is no table', () => {
    expect(readClipboard('', '关于某事的通知')).toBeNull();
    expect(readClipboard('<p>关于某事的通知</p>', '关于某事的通知')).toBeNull();
    expect(readClipboard('<table><tr><td>一格</td></tr></table>', '一格')).toBeNull();
    expect(readClipboard('<img src="x">', '')).toBeNull();
  });
});
