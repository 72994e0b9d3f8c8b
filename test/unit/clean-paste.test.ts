import { describe, expect, it } from 'vitest';
import {
  blocksFromLines,
  blocksFromText,
  cleanLine,
  withListMark,
} from '../../shared/gongwen/clean-paste.ts';

describe('cleanLine', () => {
  it.each([
    ['\u3000\u3000为做好工作，', '为做好工作，'],
    ['\u00a0\u00a0\u00a0\u00a0通知如下：\u00a0', '通知如下：'],
    ['信\u00ad息\u200b公\ufeff开', '信息公开'],
    ['⼈⺠政府关于⽂件的通知', '人民政府关于文件的通知'],
    ['\uf0b7\t加强领导', '加强领导'],
    ['• 加强领导', '加强领导'],
    ['➢加强领导', '加强领导'],
    ['- 加强领导', '加强领导'],
    ['一、\t总体要求', '一、总体要求'],
    ['（一） 指导思想', '（一）指导思想'],
    ['1. 工作目标', '1.工作目标'],
    ['会议 ， 研究 。', '会议，研究。'],
    ['陈喆  周堃', '陈喆 周堃'],
    ['王\u3000伟', '王\u3000伟'],
    ['GB/T 9704 is kept', 'GB/T 9704 is kept'],
    ['坏\ud800字', '坏字'],
    ['删\u0000去\u0007', '删去'],
    ['-5℃以下', '-5℃以下'],
  ])('%j', (line, cleaned) => {
    expect(cleanLine(line)).toBe(cleaned);
  });

  it('cleans what is clean no further', () => {
    for (const line of [
      '一、总体要求',
      '1.工作目标',
      '（一）加强领导。各单位要重视。',
      '2026年3月5日 星期四',
    ]) {
      expect(cleanLine(cleanLine(line))).toBe(cleanLine(line));
    }
  });
});

describe('blocks of pasted text', () => {
  it('recognises levels, drops empty lines, splits at manual line breaks', () => {
    expect(blocksFromLines(['\u3000\u3000一、\t总体要求', '\u00a0', '甲。\u000b乙。'])).toEqual([
      { type: 'heading', level: 1, text: '一、总体要求' },
      { type: 'paragraph', text: '甲。' },
      { type: 'paragraph', text: '乙。' },
    ]);
    expect(blocksFromText('甲。\r\n\r\n乙。')).toHaveLength(2);
    expect(blocksFromText('\u3000\n\u200b')).toEqual([]);
  });

  it('writes the number of an automatic list out', () => {
    expect(withListMark('总体要求', 0, 11)).toBe('十一、总体要求');
    expect(withListMark('指导思想', 1, 2)).toBe('（二）指导思想');
    expect(withListMark('目标', 2, 3)).toBe('3.目标');
    expect(withListMark('登记', 3, 4)).toBe('（4）登记');
    expect(withListMark('一、已有序号', 0, 5)).toBe('一、已有序号');
  });
});
