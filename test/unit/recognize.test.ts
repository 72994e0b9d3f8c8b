import { describe, expect, it } from 'vitest';
import { readHanNumber, readNumbering, writeHanNumber } from '../../shared/gongwen/numbering.ts';
import { recognizeBlocks, toPlainText } from '../../shared/gongwen/recognize.ts';

const regular = (text: string) => readNumbering(text)?.regular;

/** `H1 text` for a heading, `P text` for a paragraph. */
const shape = (text: string) =>
  recognizeBlocks(text).map((block) =>
    block.type === 'heading' ? `H${block.level} ${block.text}` : `P ${'text' in block ? block.text : ''}`,
  );

describe('recognizeBlocks (B-08, B-09)', () => {
  it.each<[string, string[]]>([
    ['一、总体要求', ['H1 一、总体要求']],
    ['（一）指导思想', ['H2 （一）指导思想']],
    ['1.工作目标', ['H3 1.工作目标']],
    ['1．工作目标', ['H3 1．工作目标']],
    ['（1）登记编号', ['H4 （1）登记编号']],
    ['十一、附则', ['H1 十一、附则']],
    ['二十三、其他事项', ['H1 二十三、其他事项']],
    ['10.保障措施', ['H3 10.保障措施']],
    ['(一)指导思想', ['H2 (一)指导思想']],
    // Run-in headings: the first sentence, when it is short and more text follows.
    ['（一）加强领导。各单位要高度重视。', ['H2 （一）加强领导。', 'P 各单位要高度重视。']],
    ['（一）提高认识，压实责任。各地要行动。', ['H2 （一）提高认识，压实责任。', 'P 各地要行动。']],
    ['1.全面深化“甲。乙”实践。坚持目标引领。', ['H3 1.全面深化“甲。乙”实践。', 'P 坚持目标引领。']],
    // One sentence alone is the text itself.
    ['（一）各单位要高度重视。', ['P （一）各单位要高度重视。']],
    ['（1）近6个月病历书写情况；', ['P （1）近6个月病历书写情况；']],
    ['一、同意你院设置互联网医院。有效期5年。', ['P 一、同意你院设置互联网医院。有效期5年。']],
    ['一、时间：3月5日上午9时', ['P 一、时间：3月5日上午9时']],
    ['二、参会人员：', ['H1 二、参会人员：']],
    // Not numbers of items.
    ['1.5万元以下的项目由科室审批', ['P 1.5万元以下的项目由科室审批']],
    ['3.15晚会曝光的问题', ['P 3.15晚会曝光的问题']],
    ['2026.3.5 印发', ['P 2026.3.5 印发']],
    ['2026年工作要点', ['P 2026年工作要点']],
    ['一、二季度完成投资3亿元', ['P 一、二季度完成投资3亿元']],
    ['三、四线城市房价平稳', ['P 三、四线城市房价平稳']],
    ['一是提高认识；二是加强领导', ['P 一是提高认识；二是加强领导']],
    ['（2026年3月5日）', ['P （2026年3月5日）']],
    ['一十、没有这个数', ['P 一十、没有这个数']],
    ['100.第一百项', ['P 100.第一百项']],
    ['第一条　为加强管理，制定本办法。', ['P 第一条　为加强管理，制定本办法。']],
    ['1.2026年底前完成改造。责任单位到人。', ['H3 1.2026年底前完成改造。', 'P 责任单位到人。']],
  ])('%s', (line, expected) => {
    expect(shape(line)).toEqual(expected);
  });

  it('takes 一、二级医院 for item 1 only when item 2 follows', () => {
    expect(shape('一、二级医院建设\n甲。\n二、三级医院建设\n乙。\n三、经费保障')).toEqual([
      'H1 一、二级医院建设',
      'P 甲。',
      'H1 二、三级医院建设',
      'P 乙。',
      'H1 三、经费保障',
    ]);
    expect(shape('一、总体情况\n一、二季度完成投资\n二、下步打算')).toEqual([
      'H1 一、总体情况',
      'P 一、二季度完成投资',
      'H1 二、下步打算',
    ]);
  });

  it('drops empty lines and the spaces around a line, and nothing else', () => {
    expect(shape('\u3000\u3000一、总体要求\r\n\r\n\u3000\u3000以人民 为中心。\u3000\n')).toEqual([
      'H1 一、总体要求',
      'P 以人民 为中心。',
    ]);
    expect(recognizeBlocks(' \n\u3000\n')).toEqual([]);
  });

  it('gives NFC', () => {
    expect(recognizeBlocks('e\u0301')).toEqual([{ type: 'paragraph', text: '\u00e9' }]);
  });
});

describe('toPlainText', () => {
  it('gives back what was recognised, line for line', () => {
    const text = [
      '为做好工作，通知如下：',
      '一、总体要求',
      '（一）加强领导。各单位要高度重视。',
      '1.工作目标。完成任务。后续还有。',
      '（1）登记',
      '特此通知。',
    ].join('\n');
    expect(toPlainText(recognizeBlocks(text))).toBe(text);
  });

  it('gives tables by rows and cells, and nothing for pictures and page breaks', () => {
    expect(
      toPlainText([
        { type: 'table', caption: '名单', header: [['姓名', '单位']], rows: [['林知夏', '医务部']] },
        { type: 'pageBreak' },
        { type: 'image', file: 'a.png', width: 50 },
        { type: 'paragraph', text: '完。' },
      ]),
    ).toBe('名单\n姓名\t单位\n林知夏\t医务部\n完。');
  });
});

describe('Chinese numerals', () => {
  it('reads what it writes, 1 to 99', () => {
    for (let value = 1; value <= 99; value += 1) expect(readHanNumber(writeHanNumber(value))).toBe(value);
    expect([1, 10, 11, 20, 21, 99].map(writeHanNumber)).toEqual([
      '一',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
    ]);
  });

  it.each(['', '一十', '二二', '十百', '〇', '十十'])('refuses %s', (text) => {
    expect(readHanNumber(text)).toBe(0);
  });

  it('tells the regular form from the others (K-36)', () => {
    expect(['一、甲', '（一）甲', '1.甲', '1．甲', '（1）甲'].map(regular)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(['一.甲', '（一）、甲', '(一)甲', '1、甲', '(1)甲'].map(regular)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
