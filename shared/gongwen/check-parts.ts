import { cellsOf } from './break-title.ts';
import type { Warn } from './check-wording.ts';
import { GENRE_FACTS, NOT_A_GENRE } from './genres.ts';
import { GENRES, type Gongwen } from './model.ts';
import { toPlainText } from './recognize.ts';

/** Checks of the parts against each other and against the rules of 行文 (K-10 … K-53). */

const STANDARD = 'GB/T 9704-2012';
const REGULATION = '《党政机关公文处理工作条例》';

/** Upper limits of 保密期限 in years (《保守国家秘密法》第二十条). */
const LONGEST_SECRECY = { 绝密: 30, 机密: 20, 秘密: 10 } as const;

function checkHeader({ genre, secrecy, secrecyTerm, signatories }: Gongwen, warn: Warn): void {
  const years = /^(\d+)年$/u.exec(secrecyTerm ?? '')?.[1];
  if (secrecy !== undefined && years !== undefined && Number(years) > LONGEST_SECRECY[secrecy]) {
    warn(
      'secrecyTerm',
      `“${secrecy}”的保密期限一般不超过${LONGEST_SECRECY[secrecy]}年，现为${secrecyTerm ?? ''}`,
      '《中华人民共和国保守国家秘密法》第二十条',
    );
  }
  const facts = GENRE_FACTS[genre];
  if (facts.signatories === 'always' && signatories.length === 0) {
    warn('signatories', `“${genre}”是上行文，应当标注签发人姓名`, `${REGULATION}第九条`);
  }
  if (facts.signatories === 'never' && signatories.length > 0) {
    warn('signatories', `“${genre}”不是上行文，不标签发人`, `${REGULATION}第九条`);
  }
}

/** True when `short` can be made from `long` by leaving characters out: 江城市卫健委, 江城市卫生健康委员会. */
function isShortened(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at += 1;
  return at === short.length;
}

function checkMark({ issuers, issuerMark }: Gongwen, warn: Warn): void {
  const marked = issuerMark?.names;
  const [issuer] = issuers;
  const [name] = marked ?? [];
  if (marked?.length !== 1 || issuers.length !== 1 || issuer === undefined || name === undefined) return;
  if (!isShortened(name, issuer) && !isShortened(issuer, name)) {
    warn('issuerMark.names.0', `发文机关标志“${name}”与署名“${issuer}”不是同一机关`, `${STANDARD} 7.2.4`);
  }
}

const GENRE_ENDINGS = GENRES.flatMap((genre) => (genre === '命令（令）' ? ['命令', '令'] : [genre]));

/** 2号 characters in the 156 mm of the type area. */
const TITLE_CELLS = 20;

function checkForcedLines(title: string, warn: Warn): void {
  const lines = title.split('\n');
  if (lines.length < 2) return;
  lines.forEach((line, index) => {
    const cells = cellsOf(line.trim());
    if (cells > TITLE_CELLS) {
      const message = `标题第${index + 1}行有${cells}字宽，一行最多${TITLE_CELLS}字，排不下，请另选断行处`;
      warn('title', message, `${STANDARD} 7.3.1`);
    } else if (index > 0 && line.trim().startsWith('的')) {
      warn('title', `标题第${index + 1}行以“的”开头，断行处应词意完整`, `${STANDARD} 7.3.1`);
    }
  });
}

function checkTitle({ genre, title, format }: Gongwen, warn: Warn): void {
  checkForcedLines(title, warn);
  const text = title.replaceAll(/\s+/gu, '');
  if (text === '' || format === 'order') return;
  const bare = text.replace(/[（(][^（()）]*[）)]$/u, '');
  const ending = GENRE_ENDINGS.filter((word) => bare.endsWith(word)).sort((a, b) => b.length - a.length)[0];
  const wrong = Object.keys(NOT_A_GENRE)
    .filter((word) => bare.endsWith(word) && word !== '复函')
    .sort((a, b) => b.length - a.length)[0];
  const clause = `${REGULATION}第八条`;
  if (wrong !== undefined && (ending === undefined || wrong.length > ending.length)) {
    warn('title', `标题末尾的“${wrong}”不是法定文种，${NOT_A_GENRE[wrong] ?? ''}`, clause);
  } else if (ending === undefined) {
    warn('title', `标题末尾没有文种“${genre}”`, `${REGULATION}第九条`);
  } else if (ending !== genre && !(genre === '命令（令）' && ['命令', '令'].includes(ending))) {
    warn('title', `标题的文种是“${ending}”，所选文种是“${genre}”`, `${REGULATION}第九条`);
  }
  const usesAbout = !['决议', '公报', '公告', '通告', '纪要', '命令（令）', '报告'].includes(genre);
  if (usesAbout && !text.includes('关于')) warn('title', '标题一般写作“关于……的文种”，现缺“关于”（实务）');
  if (/(?:请示|报告|通知|通报){2}$/u.test(bare) && wrong === undefined)
    warn('title', '标题末尾文种叠用', clause);
  if (/关于(?:请求|申请|要求|恳请).*的请示$/u.test(bare)) {
    warn('title', '“请示”已含请求之意，“关于”后不必再写“请求”“申请”（实务）');
  }
  const outside = bare.replaceAll(/《[^》]*》|“[^”]*”|（[^）]*）/gu, '');
  const mark = /[。，；：！？,.;:!?]/u.exec(outside.replaceAll(/\d[.,:]\d/gu, ''));
  if (mark !== null) warn('title', `标题中除书名号、引号、顿号、括号外不用标点，现有“${mark[0]}”（实务）`);
}

const PERSON =
  /(?:同志|先生|女士|领导|(?:省|市|县|区|镇|乡|局|厅|部|处|科|院|所|站|校|会|社|组|队)长|主任|书记|主席|总理|总经理|董事长)$/u;

function checkReceivers({ genre, format, addressees, copyTo }: Gongwen, warn: Warn): void {
  const facts = GENRE_FACTS[genre];
  if (
    facts.addressees === 'always' &&
    addressees.length === 0 &&
    (format === 'document' || format === 'letter')
  ) {
    warn('addressees', `“${genre}”应有主送机关`, `${STANDARD} 7.3.2`);
  }
  if (facts.singleAddressee) {
    const several = addressees.length > 1 || (addressees[0] ?? '').includes('、');
    if (several)
      warn('addressees', `“${genre}”原则上只主送一个上级机关，需要时用抄送`, `${REGULATION}第十五条`);
  }
  const [direction] = facts.directions;
  addressees.forEach((name, index) => {
    if (PERSON.test(name.trim())) {
      const clause = direction === 'up' ? `${REGULATION}第十五条` : `${REGULATION}第九条`;
      warn(`addressees.${index}`, `主送应写机关名称，不写个人：“${name}”`, clause);
    }
  });
  const received = new Set(addressees.flatMap((name) => name.split(/[、，]/u)));
  copyTo.forEach((group, line) => {
    group.forEach((name, index) => {
      if (name.split(/[、，]/u).some((one) => received.has(one))) {
        warn(`copyTo.${line}.${index}`, `“${name}”已是主送机关，不必再抄送`);
      }
    });
  });
}

function checkAttachments({ body, attachments, enclosures, title }: Gongwen, warn: Warn): void {
  attachments.forEach(({ title: name }, index) => {
    if (/^《[^》]*》$/u.test(name)) warn(`attachments.${index}.title`, '附件名称不加书名号（实务）');
  });
  const text = toPlainText(body);
  const mentioned = /(?:见|详见|如|按照|按|填写|填报|附)附件(\d{0,2})/u.test(text);
  if (mentioned && attachments.length === 0) {
    warn('attachments', '正文提到附件，但没有附件', `${STANDARD} 7.3.4`);
  }
  const highest = Math.max(0, ...Array.from(text.matchAll(/附件(\d{1,2})/gu), (match) => Number(match[1])));
  if (attachments.length > 0 && highest > attachments.length) {
    warn('attachments', `正文提到附件${highest}，附件只有${attachments.length}个`, `${STANDARD} 7.3.4`);
  }
  if (
    /^[^《]*关于(?:印发|转发|批转)/u.test(title.replaceAll('\n', '')) &&
    enclosures.length + attachments.length === 0
  ) {
    warn('enclosures', '印发、转发类公文没有所印发、转发的文件（实务）');
  }
}

function checkDates(
  { issuedOn, printedOn, printingOffice, format, documentNumber }: Gongwen,
  warn: Warn,
): void {
  if (issuedOn === undefined) warn('issuedOn', '还没有成文日期', `${STANDARD} 7.3.5.4`);
  if (issuedOn !== undefined && printedOn !== undefined && printedOn < issuedOn) {
    warn('printedOn', '印发日期早于成文日期', `${REGULATION}第九条`);
  }
  if (documentNumber !== undefined && 'year' in documentNumber && issuedOn !== undefined) {
    const year = Number(issuedOn.slice(0, 4));
    if (year !== documentNumber.year) {
      warn(
        'documentNumber.year',
        `发文字号的年份${documentNumber.year}与成文日期的年份${year}不一致`,
        `${STANDARD} 7.2.5`,
      );
    }
  }
  if (format === 'letter') return;
  if (printingOffice !== undefined && printedOn === undefined) {
    warn('printedOn', '有印发机关而没有印发日期', `${STANDARD} 7.4.3`);
  }
  if (printingOffice === undefined && printedOn !== undefined) {
    warn('printingOffice', '有印发日期而没有印发机关', `${STANDARD} 7.4.3`);
  }
}

/** Reports what does not fit together in the parts of the document. */
export function checkParts(document: Gongwen, warn: Warn): void {
  checkHeader(document, warn);
  checkMark(document, warn);
  checkTitle(document, warn);
  checkReceivers(document, warn);
  checkAttachments(document, warn);
  checkDates(document, warn);
}
