import type { Prints } from '../print.ts';
import type { Measure } from '../reading.ts';
import {
  allSetIn,
  CELL,
  CENTER,
  EM_2,
  EM_3,
  EM_4,
  isRed,
  isSetIn,
  LEFT,
  LINE,
  MM,
  must,
  RIGHT,
  sizeOf,
  topOf,
  bottomOf,
} from './units.ts';

const leftOf = (lines: readonly { readonly x: number }[]): number => Math.min(...lines.map(({ x }) => x));

/** Paper, type area, grid, colour (3–6, 7.1). */
export const PAPER_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['L-01'],
    take: ({ papers }, { is }) => {
      for (const paper of Object.values(papers)) {
        for (const page of paper.pdf.pages) {
          is('L-01', '纸宽', page.width, 210);
          is('L-01', '纸高', page.height, 297);
        }
      }
    },
  },
  {
    rules: ['U-01', 'U-02', 'U-05', 'U-06', 'L-04', 'L-05', 'L-08', 'L-10', 'L-11', 'L-12'],
    take: ({ papers: { down } }, readings) => {
      const lines = down.textLines(2);
      const first = must(lines[0], '首行');
      const last = must(lines.at(-1), '末行');
      readings.is('L-08', '满页行数', lines.length, 22, '');
      for (const line of lines) {
        readings.is('L-12', '满行字数', line.chars.length, 28, '');
        readings.is('L-08', '满行字数', line.chars.length, 28, '');
        readings.is('L-05', '行首', line.x, LEFT);
        readings.is('L-05', '行末', line.right, RIGHT);
      }
      const chars = first.chars;
      const step = (must(chars.at(-1), '末字').x - first.x) / (chars.length - 1);
      readings.is('U-01', '3号字宽（28字网格）', step, CELL, 'mm', 0.05);
      readings.between('U-06', '满行宽', step * 28, 155, 156.1);
      const pitch = (last.baseline - first.baseline) / (lines.length - 1);
      readings.between('U-05', '3号行距', pitch / MM, 28.95, 29.6, 'pt');
      readings.between('U-02', '3号行距与字高加7/8之差', Math.abs(pitch - (15.75 * 15 * MM) / 8), 0, 0.15);
      readings.between('U-06', '22行高', bottomOf(last) - topOf(first), 220, 225.3);
      readings.is('L-10', '首行字面上缘', topOf(first), 37);
      readings.between('L-10', '末行字面下缘距版心下边', 262 - bottomOf(last), 0, 1.5);
      readings.holds('L-11', '行距不是28磅', Math.abs(pitch - 28 * MM) > 0.3);
      readings.is('L-08', '行距', pitch, LINE, 'mm', 0.1);
    },
  },
  {
    rules: ['L-02', 'L-03', 'L-04', 'L-15'],
    take: async ({ papers: { down } }, readings) => {
      const ink = await down.ink(2, { x: 0, y: 0, width: 210, height: 264 });
      readings.between('L-02', '首行着墨上缘', ink.top, 36, 38);
      readings.between('L-03', '着墨左缘', ink.left, 27, 29);
      readings.between('L-04', '着墨右缘', ink.right, 182.5, 184.3);
      readings.between('L-04', '着墨下缘', ink.bottom, 259, 262.1);
      const white = await down.ink(2, { x: 0, y: 0, width: 210, height: 297 }, 'black');
      readings.between('L-15', '版心外无底灰：着墨范围上缘', white.top, 36, 38);
      const first = must(down.textLines(2)[0], '首行');
      const skew = Math.max(...first.chars.map((char) => Math.abs(char.baseline - first.baseline)));
      readings.is('L-15', '一行内基线高差', skew, 0, 'mm', 0.05);
    },
  },
  {
    rules: ['L-04'],
    take: ({ papers }, readings) => {
      for (const [name, paper] of Object.entries(papers)) {
        if (name === 'mirrored') continue;
        paper.pdf.pages.forEach((_, at) => {
          for (const line of paper.textLines(at + 1)) {
            if (line.chars.some(isRed)) continue;
            readings.between('L-04', `文字左缘（${name}）`, line.x, LEFT - 0.3, RIGHT);
            readings.between('L-04', `文字右缘（${name}）`, paper.asWritten(line).right, LEFT, RIGHT + 0.35);
          }
        });
      }
    },
  },
  {
    rules: ['L-06'],
    take: ({ papers: { mirrored, down } }, { is }) => {
      is('L-06', '镜像：偶数页左缘', leftOf(mirrored.textLines(2)), 26);
      is('L-06', '默认：偶数页左缘', leftOf(down.textLines(2)), 28);
    },
  },
  {
    rules: ['L-07', 'L-13', 'U-03', 'U-04'],
    take: ({ papers: { down } }, readings) => {
      for (const line of down.textLines(2)) {
        readings.holds('L-07', '正文仿宋', allSetIn(line, 'fangsong'));
        readings.is('L-07', '正文字号', sizeOf(line), 16, 'pt');
      }
      const body = must(down.textLines(2)[0], '正文');
      readings.is('U-03', '三号', sizeOf(body), 16, 'pt');
      readings.is('U-03', '二号', sizeOf(down.line(1, /^关于进一步规范/u)), 22, 'pt');
      readings.is('U-03', '四号', sizeOf(down.line(2, /^—2—$/u)), 14, 'pt');
      const char = must(body.chars[0], '字');
      readings.is('U-04', '三号字宽', char.right - char.x, EM_3, 'mm', 0.1);
      const red = down.chars().filter(isRed);
      readings.is('L-13', '红字数', red.length, Array.from('湖州市人民政府办公室文件').length, '');
    },
  },
  {
    rules: ['Z-01', 'Z-02', 'Z-03', 'U-05'],
    take: ({ papers: { down, longTitle } }, readings) => {
      const rule = must(down.redRules(1)[0], '红色分隔线').y1;
      readings.between('Z-01', '版头末行在红线以上', rule - bottomOf(down.line(1, /号$/u)), 0, 10);
      readings.between('Z-01', '标题在红线以下', topOf(down.line(1, /^关于/u), EM_2) - rule, 0, 40);
      const last = down.count;
      const imprint = must(down.blackRules(last)[0], '版记首条线').y1;
      readings.between('Z-01', '版记在首条线以下', topOf(down.line(last, /^抄送/u), EM_4) - imprint, 0, 10);
      readings.between('Z-01', '页码在版心外', topOf(down.line(2, /^—2—$/u), EM_4) - 262, 0, 10);
      const bold = down.pdf.fonts.filter(({ name }) => /bold/iu.test(name) && !/SerifSC-Bold/u.test(name));
      readings.is('Z-02', '粗体字库数（小标宋代用字除外）', bold.length, 0, '');
      const text = down.textLines(2).flatMap(({ chars }) => chars);
      readings.is('Z-02', '正文中粗体字数', text.filter((char) => !isSetIn(char, 'fangsong')).length, 0, '');
      const date = down.part(down.pageWith(/2026年3月5日$/u), /2026年3月5日$/u);
      readings.holds('Z-03', '数字用所在要素的字体', allSetIn(date, 'fangsong'));
      const [one, two] = longTitle
        .lines(1)
        .filter((line) => Math.abs(sizeOf(line) - 22) < 0.2 && !line.chars.some(isRed));
      readings.is(
        'U-05',
        '2号标题行距',
        must(two, '标题第二行').baseline - must(one, '标题').baseline,
        36 * MM,
      );
      readings.is('L-03', '标题居中于版心', (must(one, '标题').x + must(one, '标题').right) / 2, CENTER);
    },
  },
];
