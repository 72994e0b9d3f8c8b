import type { DocumentFault } from '../features/document.ts';
import type { Block, Gongwen } from './model.ts';
import { checkBlocks, checkImageFile } from './structure-blocks.ts';
import {
  NO_END_MARK,
  checkName,
  checkNames,
  checkOptional,
  isBlank,
  lengthOf,
  LONGEST_TITLE,
  MOST_NAMES,
  type Report,
  STANDARD,
} from './structure-report.ts';

/**
 * What a document must have so that its pages can be made at all, on top of the schema's shape: the
 * required parts, parts that fit the format, tables that have a grid. Every fault here is an error:
 * the command line writes nothing, the editor marks the field.
 */

const MOST_ISSUERS = 30;
const MOST_ATTACHMENTS = 200;
const REGULATION = '《党政机关公文处理工作条例》';

const hasContent = (blocks: readonly Block[]) => blocks.some((block) => block.type !== 'pageBreak');

function checkTitle(report: Report, path: string, title: string, label: string): void {
  if (isBlank(title)) {
    report(path, `${label}是空的`);
    return;
  }
  if (lengthOf(title) > LONGEST_TITLE) {
    report(path, `${label}过长（${lengthOf(title)}字），最多${LONGEST_TITLE}字`);
  }
  if (title.split('\n').some(isBlank)) report(path, `${label}有空行，换行符“\\n”前后都要有字`);
}

function checkHeader(report: Report, document: Gongwen): void {
  const { format, issuers, issuerMark, copyNumber, secrecy, secrecyTerm, signatories } = document;
  if (issuers.length === 0) report('issuers', '至少要有一个发文机关');
  checkNames(report, 'issuers', issuers, '发文机关', MOST_ISSUERS);
  if (issuerMark?.names?.length === 0) report('issuerMark.names', '至少要有一个机关名称，或删去此键');
  checkNames(report, 'issuerMark.names', issuerMark?.names ?? [], '机关名称', MOST_ISSUERS);
  if (lengthOf(issuerMark?.suffix ?? '') > 10) report('issuerMark.suffix', '发文机关标志的后缀最多10字');
  if (format === 'letter' && (issuerMark?.suffix ?? '') !== '') {
    report('issuerMark.suffix', '信函格式的发文机关标志不加后缀', `${STANDARD} 10.1`);
  }
  if (copyNumber !== undefined && !/^\d{6}$/u.test(copyNumber)) {
    report('copyNumber', `份号应为6位数字，如“000001”，现为“${copyNumber}”`, `${STANDARD} 7.2.1`);
  }
  if (secrecy !== undefined && copyNumber === undefined) {
    report('copyNumber', '涉密公文应当标注份号', `${REGULATION}第九条`);
  }
  if (secrecyTerm !== undefined) {
    if (secrecy === undefined) report('secrecyTerm', '有保密期限而没有密级', `${STANDARD} 7.2.2`);
    if (!/^(?:[1-9]\d?(?:年|个月|天)|长期|[1-9]\d{3}年\d{1,2}月\d{1,2}日前)$/u.test(secrecyTerm)) {
      report(
        'secrecyTerm',
        `保密期限应写作“1年”“6个月”“长期”的样子，用阿拉伯数字，不写“★”，现为“${secrecyTerm}”`,
        `${STANDARD} 7.2.2`,
      );
    }
  }
  const names: Readonly<Record<string, string>> = { letter: '信函', order: '命令（令）', minutes: '纪要' };
  const named = names[format];
  if (named !== undefined && signatories.length > 0) {
    report('signatories', `${named}格式的版头没有签发人`, `${STANDARD} 10`);
  }
  signatories.forEach(({ name, issuer }, index) => {
    checkName(report, `signatories.${index}.name`, name, '签发人姓名', 20);
    checkOptional(report, `signatories.${index}.issuer`, issuer, '签发人所在机关');
  });
  if (signatories.length > MOST_ISSUERS) report('signatories', `签发人过多，最多${MOST_ISSUERS}人`);
}

function checkFormat(report: Report, document: Gongwen): void {
  const { format, genre, documentNumber: number } = document;
  if (format === 'order' && genre !== '命令（令）') {
    report('genre', `命令（令）格式只用于“命令（令）”，现为“${genre}”`, `${STANDARD} 10.2`);
  }
  if (format === 'minutes' && genre !== '纪要') {
    report('genre', `纪要格式只用于“纪要”，现为“${genre}”`, `${STANDARD} 10.3`);
  }
  if (number === undefined) return;
  if ('issuerCode' in number) {
    if (format === 'order') {
      report('documentNumber', '命令（令）格式用令号，应写 { "orderNo": 1 }', `${STANDARD} 10.2`);
    }
    if (isBlank(number.issuerCode)) report('documentNumber.issuerCode', '机关代字是空的');
    else if (lengthOf(number.issuerCode) > 20) report('documentNumber.issuerCode', '机关代字最多20字');
    else if (/[\s\d〔〕[\]【】（）()]|[号第]$/u.test(number.issuerCode)) {
      report(
        'documentNumber.issuerCode',
        `机关代字只写代字，不写括号、年份、“第”和“号”，现为“${number.issuerCode}”`,
        `${STANDARD} 7.2.5`,
      );
    }
  } else if ('orderNo' in number) {
    if (format === 'letter' || format === 'minutes' || (format === 'document' && genre === '纪要')) {
      report('documentNumber', '令号只用于命令（令）、公告和通告');
    } else if (format === 'document' && !['公告', '通告', '公报', '命令（令）'].includes(genre)) {
      report(
        'documentNumber',
        `“${genre}”应写 { "issuerCode", "year", "serial" }，第×号只用于命令（令）、公告和通告`,
      );
    }
  } else if (genre !== '纪要') {
    report('documentNumber', `第×期只用于纪要，“${genre}”应写 { "issuerCode", "year", "serial" }`);
  }
}

function checkMain(report: Report, document: Gongwen): void {
  const { format, title, addressees, body, attachments, enclosures, annotation } = document;
  if (format === 'order') {
    if (!isBlank(title)) report('title', '命令（令）格式没有标题，请删去', `${STANDARD} 10.2`);
    if (addressees.length > 0) report('addressees', '命令（令）格式没有主送机关，请删去', `${STANDARD} 10.2`);
  } else checkTitle(report, 'title', title, '标题');
  checkNames(report, 'addressees', addressees, '主送机关', MOST_NAMES);
  if (!hasContent(body)) report('body', '正文是空的');
  checkBlocks(report, 'body', body);
  if (attachments.length > MOST_ATTACHMENTS) report('attachments', `附件过多，最多${MOST_ATTACHMENTS}个`);
  attachments.forEach((attachment, index) => {
    const path = `attachments.${index}`;
    checkName(report, `${path}.title`, attachment.title, '附件名称', LONGEST_TITLE, NO_END_MARK);
    if (/^附件(?:\d|[一二三四五六七八九十]|[：:])/u.test(attachment.title)) {
      report(`${path}.title`, '附件名称不要写“附件”和顺序号，程序会加', `${STANDARD} 7.3.4`);
    }
    checkBlocks(report, `${path}.body`, attachment.body);
  });
  enclosures.forEach((enclosure, index) => {
    checkTitle(report, `enclosures.${index}.title`, enclosure.title, '文件标题');
    if (!hasContent(enclosure.body)) report(`enclosures.${index}.body`, '文件内容是空的');
    checkBlocks(report, `enclosures.${index}.body`, enclosure.body);
  });
  if (annotation === undefined) return;
  if (isBlank(annotation)) report('annotation', '附注是空的，请填写或删去');
  else if (lengthOf(annotation) > 500) report('annotation', '附注最多500字');
  else if (/^[（(].*[）)]$/u.test(annotation.trim())) {
    report('annotation', '附注不要写括号，程序会加', `${STANDARD} 7.3.6`);
  }
}

function checkSealing(report: Report, document: Gongwen): void {
  const { sealing, seals, stamps, issuers } = document;
  const wanted = issuers.length;
  if (sealing !== 'seal' && seals.length > 0) report('seals', '用印方式（sealing）不是“seal”，不应有印章');
  else if (seals.length > wanted) {
    report(
      'seals',
      `印章${seals.length}枚，发文机关${wanted}个；印章不能多于发文机关`,
      `${STANDARD} 7.3.5.1`,
    );
  }
  seals.forEach(({ diameter, image }, index) => {
    if (diameter < 20 || diameter > 60) {
      report(`seals.${index}.diameter`, `印章直径应在20至60毫米之间，现为${diameter}毫米`);
    }
    checkImageFile(report, `seals.${index}.image`, image);
  });
  if (sealing !== 'stamp' && stamps.length > 0)
    report('stamps', '用印方式（sealing）不是“stamp”，不应有签名章');
  else if (sealing === 'stamp' && stamps.length !== wanted) {
    report(
      'stamps',
      `加盖签发人签名章时每个发文机关一枚，应有${wanted}枚，现有${stamps.length}枚`,
      `${STANDARD} 7.3.5.3`,
    );
  }
  stamps.forEach(({ office, name, image }, index) => {
    checkName(report, `stamps.${index}.office`, office, '签发人职务', 50);
    checkName(report, `stamps.${index}.name`, name, '签发人姓名', 20);
    checkImageFile(report, `stamps.${index}.image`, image);
  });
}

function checkEnd(report: Report, document: Gongwen): void {
  const { format, attendance, copyTo, printingOffice, printedOn } = document;
  if (attendance !== undefined) {
    if (format !== 'minutes') report('attendance', '出席、请假、列席只用于纪要格式', `${STANDARD} 10.3`);
    for (const kind of ['present', 'leave', 'observers'] as const) {
      attendance[kind]?.forEach(({ unit, names }, index) => {
        const path = `attendance.${kind}.${index}`;
        checkOptional(report, `${path}.unit`, unit, '单位');
        if (names.length === 0) report(`${path}.names`, '至少要有一个姓名');
        checkNames(report, `${path}.names`, names, '姓名', MOST_NAMES);
      });
    }
  }
  copyTo.forEach((group, index) => {
    if (group.length === 0) report(`copyTo.${index}`, '这一行没有抄送机关');
    checkNames(report, `copyTo.${index}`, group, '抄送机关', MOST_NAMES);
  });
  checkOptional(report, 'printingOffice', printingOffice, '印发机关');
  if (format === 'letter') {
    const clause = `${STANDARD} 10.1`;
    if (printingOffice !== undefined) report('printingOffice', '信函格式的版记不加印发机关，请删去', clause);
    if (printedOn !== undefined) report('printedOn', '信函格式的版记不加印发日期，请删去', clause);
  }
}

/** All faults that stand in the way of making the pages, in the order of the model's keys. */
export function findStructureFaults(document: Gongwen): DocumentFault[] {
  const faults: DocumentFault[] = [];
  const report: Report = (path, message, clause) => {
    faults.push({ path, message, severity: 'error', ...(clause === undefined ? {} : { clause }) });
  };
  checkFormat(report, document);
  checkHeader(report, document);
  checkMain(report, document);
  checkSealing(report, document);
  checkEnd(report, document);
  return faults;
}
