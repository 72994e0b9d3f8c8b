import { describe, expect, it } from 'vitest';
import { findSecretMark, MARK_RULES, showsWorkSecret } from '../../shared/domain/state-secret.ts';

const MARKED_LINES = [
  '机密★10年',
  '秘密★1年',
  '绝密★30年',
  '绝密★启用前',
  '机　密　★　10　年',
  '机 密★长期',
  '秘密☆6个月',
  '000123 机密★5年 特急',
  '机密*10年',
  '机密大10年',
  '秘密x3年',
  '机密 10年',
  '秘密★一年',
  '★10年',
  '秘密',
  '机　密',
  '【机密】',
  '密级：机密',
  '密  级：秘密 保密期限：五年',
  '□绝密 ☑机密 □秘密',
];
const MARKED_NAMES = [
  '机密★10年 关于某事的通知.pdf',
  '（机密）关于某事的通知.docx',
  '【秘密】会议纪要.pdf',
  '[绝密]方案.doc',
  '秘密-关于某事.pdf',
  '机密_扫描0001.pdf',
  '绝密.docx',
  '机密件 01.pdf',
  '关于某事的请示_机密.pdf',
  '关于某事的请示（机密10年）.pdf',
  '请示★5年.pdf',
];

const inText = (line: string) => findSecretMark('通知.pdf', [`${line}\n江城市卫生健康委员会文件\n各单位：`]);

describe('marks of state secrets', () => {
  it.each(MARKED_LINES)('in the head of a page: %s', (line) => {
    expect(inText(line)).toMatchObject({ page: 1 });
  });

  it('on the third page, but not beyond', () => {
    expect(findSecretMark('a.pdf', ['一', '二', '机密★10年'])).toMatchObject({ page: 3 });
    expect(findSecretMark('a.pdf', ['一', '二', '三', '机密★10年'])).toBeUndefined();
  });

  it.each([
    '关于贯彻落实《中华人民共和国保守国家秘密法》的通知',
    '涉及国家秘密、工作秘密、商业秘密和个人隐私的信息不予公开。',
    '属于机密级、秘密级国家秘密的文件应当专人保管。',
    '工作秘密★5年',
    '工作秘密',
    '普通商密★3年',
    '商业秘密★3年',
    '★3年以上工作经验（须提供证明材料）',
    '★★★3年质保',
    '密级：',
    '密级：□绝密 □机密 □秘密',
    '密级：无',
    '国家秘密的标志形式为“密级★保密期限”，如“机密★10年”，不得擅自涂改。',
    '绝密级国家秘密是最重要的国家秘密，泄露会使国家安全和利益遭受特别严重的损害。',
    '机密级计算机应当有专人管理',
    '保守秘密是每个干部的义务，10年如一日',
    '秘密交通站旧址保护方案',
  ])('not in running text: %s', (line) => {
    expect(inText(line)).toBeUndefined();
  });

  it('a level alone far down the page is a word of a table, not a mark', () => {
    const rows = Array.from({ length: 20 }, (_, index) => `第${index + 1}项 办理情况`).join('\n');
    expect(findSecretMark('a.pdf', [`${rows}\n秘密\n机密`])).toBeUndefined();
  });

  it.each(MARKED_NAMES)('in a file name: %s', (name) => {
    expect(findSecretMark(name, [])).toBeDefined();
    expect(findSecretMark(name, [])?.page).toBeUndefined();
  });

  it.each([
    '中华人民共和国保守国家秘密法.pdf',
    '关于加强工作秘密管理的通知.docx',
    '商业秘密保护规定.pdf',
    '保密承诺书.docx',
    '秘密交通站旧址保护方案.pdf',
    '机密性评估说明.docx',
    '【工作秘密】会议材料.pdf',
    '★★★5年规划.pdf',
    '普通商密★3年 采购方案.pdf',
  ])('not in a file name: %s', (name) => {
    expect(findSecretMark(name, [])).toBeUndefined();
  });

  it('every rule has an example that no other rule finds first', () => {
    const found = [...MARKED_LINES.map(inText), ...MARKED_NAMES.map((name) => findSecretMark(name, []))];
    expect(new Set(found.map((mark) => mark?.rule))).toEqual(new Set(MARK_RULES.map(({ name }) => name)));
  });

  it('工作秘密 is allowed and known', () => {
    expect(showsWorkSecret('a.pdf', ['工作秘密★3年\n某某委员会文件'])).toBe(true);
    expect(showsWorkSecret('【工作秘密】名单.xlsx', [])).toBe(true);
    expect(showsWorkSecret('a.pdf', ['加强工作秘密管理的规定'])).toBe(false);
  });
});
