import type { Gongwen } from '../gongwen/model.ts';

/**
 * 实质性改动 as data. 条例第二十五条（一）: 经复核需要对文稿进行实质性修改的，应当报原签批人复审. The regulation does
 * not say what is substantial; this is the usual understanding (办文通例): whatever changes what is said, to whom, by
 * whom or with what standing is; how it looks on paper is not.
 */

/** `yes`: any change is · `no`: none is · `unlessFirst`: filling it in for the first time is not. */
export type Substance = 'yes' | 'no' | 'unlessFirst';

export interface ElementRule {
  readonly label: string;
  readonly substance: Substance;
  readonly why: string;
}

/** Every element of a document; the look of the 发文机关标志 stands apart from its words. */
export type ComparedElement = keyof Gongwen | 'issuerMarkLook';

const yes = (label: string, why: string): ElementRule => ({ label, substance: 'yes', why });
const no = (label: string, why: string): ElementRule => ({ label, substance: 'no', why });
const unlessFirst = (label: string, why: string): ElementRule => ({ label, substance: 'unlessFirst', why });

/** In the order a reader of the document meets them. */
export const ELEMENT_RULES: Readonly<Record<ComparedElement, ElementRule>> = {
  format: yes('公文格式', '函与文件效力范围不同'),
  genre: yes('文种', '决定公文的性质'),
  issuers: yes('发文机关', '决定以谁的名义发文'),
  issuerMark: yes('发文机关标志', '决定以谁的名义发文'),
  issuerMarkLook: no('发文机关标志的字号、颜色', '只是版式'),
  copyNumber: no('份号', '印制时编排'),
  secrecy: yes('密级', '决定知悉范围'),
  secrecyTerm: yes('保密期限', '决定知悉范围'),
  urgency: yes('紧急程度', '决定办理时限'),
  documentNumber: no('发文字号', '签发后由发号器取用'),
  signatories: unlessFirst('签发人', '签发后据实填写，填写后不得改动'),
  title: yes('标题', '文字内容'),
  addressees: yes('主送机关', '决定谁来办理'),
  body: yes('正文', '文字内容'),
  attachments: yes('附件', '与正文同等效力'),
  enclosures: yes('所附文件', '随文印发的内容'),
  sealing: no('用印方式', '只是版式'),
  seals: no('印章', '用印时确定'),
  stamps: yes('签名章', '决定以谁的名义签署'),
  issuedOn: unlessFirst('成文日期', '以签发日期为准，签发后据实填写，填写后不得改动'),
  annotation: yes('附注', '发放范围、联系方式等内容'),
  attendance: yes('出席、请假、列席', '文字内容'),
  copyTo: yes('抄送机关', '决定谁来知晓'),
  printingOffice: no('印发机关', '印制信息'),
  printedOn: no('印发日期', '印制信息'),
  options: no('版式选项', '只是版式'),
};

const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟＂]/gu, '"'],
  [/[‘’‚‛＇]/gu, "'"],
  [/[—–―－]+/gu, '-'],
  [/…+/gu, '…'],
];

/** What a text says, without how it is set: blanks, line breaks and the width of characters are levelled. */
export function meaningOf(text: string): string {
  let levelled = text;
  for (const [pattern, plain] of QUOTES) levelled = levelled.replace(pattern, plain);
  return levelled.normalize('NFKC').replaceAll(/[\s\u200b\ufeff]+/gu, '');
}
