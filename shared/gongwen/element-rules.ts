import type { Format, Gongwen } from './model.ts';
import type { ElementKind } from './pages.ts';

/**
 * Which rule places an element, for the person who points at it. The sentences are our own. What is practice or
 * worked out from the standard's numbers has no clause and is never shown as the standard's word.
 */

/** 必须 · 一般 · 推荐 · 可以: the strengths in which the standard itself speaks. */
const STANDARD_STRENGTHS = { must: '必须', usual: '一般', advised: '推荐', may: '可以' } as const;
/** 由标准的数值算出 · 办公惯例. */
const OWN_STRENGTHS = { derived: '推算', practice: '惯例' } as const;

interface StandardRule {
  readonly strength: keyof typeof STANDARD_STRENGTHS;
  /** Clause of GB/T 9704-2012. */
  readonly clause: string;
  readonly text: string;
}
interface OwnRule {
  readonly strength: keyof typeof OWN_STRENGTHS;
  readonly text: string;
}
export type ElementRule = StandardRule | OwnRule;

/** What decides between the rules of an element. */
export interface RuleContext {
  readonly format: Format;
  readonly sealing: Gongwen['sealing'];
  /** Only tables lie on their side. */
  readonly turned: boolean;
}

export function strengthLabel({ strength }: ElementRule): string {
  return strength === 'derived' || strength === 'practice'
    ? OWN_STRENGTHS[strength]
    : STANDARD_STRENGTHS[strength];
}

/** 例：GB/T 9704-2012 7.3.1；不是标准原有的规定时说明来历. */
export function sourceOf(rule: ElementRule): string {
  if ('clause' in rule) return `GB/T 9704-2012 ${rule.clause}`;
  return rule.strength === 'derived' ? '由标准的数值推算，标准未写' : '办公惯例，标准未作规定';
}

export const ELEMENT_NAMES: Readonly<Record<ElementKind, string>> = {
  copyNumber: '份号',
  secrecy: '密级和保密期限',
  urgency: '紧急程度',
  issuerMark: '发文机关标志',
  documentNumber: '发文字号',
  signatories: '签发人',
  redRule: '红色分隔线',
  title: '标题',
  addressees: '主送机关',
  body: '正文',
  attachmentNote: '附件说明',
  issuerSignature: '发文机关署名',
  issuedOn: '成文日期',
  seal: '印章',
  annotation: '附注',
  attachmentLabel: '附件顺序号',
  attachmentTitle: '附件标题',
  attachment: '附件正文',
  enclosureTitle: '被印发文件标题',
  enclosure: '被印发文件',
  attendance: '出席、请假、列席名单',
  imprint: '版记',
  imprintRule: '版记分隔线',
  pageNumber: '页码',
  table: '表格',
};

const must = (clause: string, text: string): ElementRule => ({ strength: 'must', clause, text });
const usual = (clause: string, text: string): ElementRule => ({ strength: 'usual', clause, text });
const advised = (clause: string, text: string): ElementRule => ({ strength: 'advised', clause, text });
const may = (clause: string, text: string): ElementRule => ({ strength: 'may', clause, text });
const derived = (text: string): ElementRule => ({ strength: 'derived', text });
const practice = (text: string): ElementRule => ({ strength: 'practice', text });

const LETTER_CORNER = must(
  '10.1',
  '顶格排在版心左边缘、第一条红色双线之下，自上而下分行，第一个要素距该线为3号字高的八分之七。',
);
const MARK_LOOK = (clause: string): ElementRule => advised(clause, '用红色小标宋体，醒目、美观、庄重。');
const LINES_AND_LEVELS: readonly ElementRule[] = [
  usual('7.3.3', '3号仿宋体，每个自然段左空二字，回行顶格。'),
  may('7.3.3', '层次依次用“一、”“（一）”“1.”“（1）”；一般第一层黑体、第二层楷体、第三四层仿宋体。'),
  usual('5.2.3', '每面22行、每行28字，撑满版心，特定情况可以调整。'),
];

/** The rules of every element in the general format; the formats of clause 10 change some. */
const GENERAL: Readonly<Record<ElementKind, readonly ElementRule[]>> = {
  copyNumber: [usual('7.2.1', '六位3号阿拉伯数字，顶格排在版心左上角第一行。')],
  secrecy: [
    usual('7.2.2', '3号黑体，顶格排在版心左上角第二行，期限用阿拉伯数字。'),
    practice('密级与期限之间用“★”隔开。'),
  ],
  urgency: [
    usual('7.2.3', '3号黑体，顶格排在版心左上角。'),
    must('7.2.3', '与份号、密级一起标注时，按份号、密级和保密期限、紧急程度的顺序自上而下分行。'),
  ],
  issuerMark: [
    must('7.2.4', '居中，上边缘距版心上边缘35毫米；联合行文时“文件”在各名称右侧上下居中。'),
    MARK_LOOK('7.2.4'),
  ],
  documentNumber: [
    must('7.2.5', '在标志下空二行居中；上行文居左空一字，与最后一个签发人同一行。'),
    must('7.2.5', '年份写全四位、放在六角括号〔〕内，顺序号不加“第”、不编虚位。'),
  ],
  signatories: [
    must('7.2.6', '在标志下空二行，居右空一字；“签发人”3号仿宋体，姓名3号楷体。'),
    usual('7.2.6', '多个签发人从左到右、自上而下排，每行两个，回行与上一行第一个姓名对齐。'),
  ],
  redRule: [must('7.2.7', '在发文字号之下4毫米处居中，与版心等宽。'), practice('粗细通常为0.35～0.5毫米。')],
  title: [
    usual('7.3.1', '2号小标宋体，在红色分隔线下空二行，居中，分一行或多行。'),
    must('7.3.1', '回行词意完整、排列对称、长短适宜，多行时排成梯形或菱形。'),
  ],
  addressees: [must('7.3.2', '标题下空一行，居左顶格，回行仍顶格，最后一个名称后用全角冒号。')],
  body: [...LINES_AND_LEVELS, must('7.3.3', '首页必须有正文。')],
  attachmentNote: [must('7.3.4', '正文下空一行、左空二字，名称后不加标点，回行与上一行名称首字对齐。')],
  issuerSignature: [],
  issuedOn: [],
  seal: [
    must('7.3.5.1', '红色，端正居中下压署名和成文日期，顶端距正文（或附件说明）一行之内，不得空白。'),
    must('7.3.5.1', '多枚印章整齐排列，互不相交、相切，每排两端不超出版心。'),
  ],
  annotation: [must('7.3.6', '在成文日期下一行，居左空二字，加圆括号。')],
  attachmentLabel: [must('7.3.7', '附件另面编排；“附件”和顺序号用3号黑体，顶格排在版心左上角第一行。')],
  attachmentTitle: [
    must('7.3.7', '居中排在版心第三行，与附件说明一致。'),
    derived('字体字号同正文标题：2号小标宋体。'),
  ],
  attachment: [must('7.3.7', '格式要求同正文。'), ...LINES_AND_LEVELS],
  enclosureTitle: [practice('被印发、转发的文件排在正文之后，标题比照公文标题。')],
  enclosure: [practice('比照正文编排。')],
  attendance: [practice('名单比照纪要格式编排。')],
  imprint: [
    usual('7.4.2、7.4.3', '4号仿宋体，左右各空一字；抄送在印发机关和印发日期之上一行。'),
    must('7.4.2', '抄送回行与冒号后首字对齐，最后一个机关后用句号。'),
    must('7.4.3', '印发日期用阿拉伯数字写全，后加“印发”。'),
  ],
  imprintRule: [
    must('7.4.1', '与版心等宽；首条在第一个要素之上，末条与最后一面的版心下边缘重合。'),
    advised('7.4.1', '首条和末条粗线0.35毫米，中间细线0.25毫米。'),
  ],
  pageNumber: [
    must('7.5', '一字线上距版心下边缘7毫米；单页居右空一字，双页居左空一字。'),
    usual('7.5', '4号半角宋体阿拉伯数字，左右各一条一字线。'),
  ],
  table: [practice('表宽不超过版心，跨页时表头重复。')],
};

const BY_SEALING: Readonly<Record<Gongwen['sealing'], Pick<typeof GENERAL, 'issuerSignature' | 'issuedOn'>>> =
  {
    seal: {
      issuerSignature: [usual('7.3.5.1', '盖章时在成文日期上一行，以成文日期为准居中。')],
      issuedOn: [usual('7.3.5.1', '盖章时右空四字。')],
    },
    none: {
      issuerSignature: [
        must('7.3.5.2', '不盖章时在正文（或附件说明）下空一行、右空二字；联合行文依次向下。'),
      ],
      issuedOn: [must('7.3.5.2', '不盖章时在署名下一行，首字比署名首字右移二字；日期较长时改为右空二字。')],
    },
    stamp: {
      issuerSignature: [must('7.3.5.3', '签名章左空二字标职务，与签名章上下居中。')],
      issuedOn: [must('7.3.5.3', '签名章下空一行，右空四字。')],
    },
  };

const DATE_WORDING = must('7.3.5.4', '用阿拉伯数字将年、月、日写全，月、日不编虚位。');

type Changes = Partial<Record<ElementKind, readonly ElementRule[]>>;

const BY_FORMAT: Readonly<Record<Format, Changes>> = {
  document: {},
  letter: {
    copyNumber: [LETTER_CORNER],
    secrecy: [LETTER_CORNER],
    urgency: [LETTER_CORNER],
    issuerMark: [
      must('10.1', '用机关全称或规范化简称，居中，上边缘距上页边30毫米；联合行文用主办机关标志。'),
      MARK_LOOK('10.1'),
    ],
    redRule: [must('10.1', '标志下4毫米一条上粗下细，距下页边20毫米一条上细下粗，线长均为170毫米，居中。')],
    documentNumber: [must('10.1', '顶格排在版心右边缘、第一条红色双线之下，距该线为3号字高的八分之七。')],
    title: [must('10.1', '居中，与其上最后一个要素相距二行。'), ...GENERAL.title.slice(1)],
    imprint: [must('10.1', '不加印发机关、印发日期和分隔线，排在最后一面版心内最下方。')],
    pageNumber: [must('10.1', '首页不显示页码。'), ...GENERAL.pageNumber],
  },
  order: {
    issuerMark: [must('10.2', '机关全称加“命令”或“令”，居中，上边缘距版心上边缘20毫米。'), MARK_LOOK('10.2')],
    documentNumber: [must('10.2', '令号在标志下空二行居中，令号下空二行排正文。')],
  },
  minutes: {
    issuerMark: [must('10.3', '居中，上边缘距版心上边缘35毫米。'), MARK_LOOK('10.3')],
    documentNumber: [practice('期号在标志之下居中。')],
    title: [
      practice('纪要标题比照公文标题：2号小标宋体，居中。'),
      must('7.3.1', '回行词意完整、排列对称、长短适宜，多行时排成梯形或菱形。'),
    ],
    attendance: [
      usual('10.3', '正文或附件说明下空一行、左空二字，“出席”3号黑体，名单3号仿宋体，回行与冒号后首字对齐。'),
      must('10.3', '请假、列席另起一行，排法与出席相同。'),
    ],
  },
};

const LYING_TABLE: readonly ElementRule[] = [
  must('8', 'A4纸型的横排表格，页码位置与其他各页一致；单页表头在订口一边，双页在切口一边。'),
];

/** The rules that place an element, the ones of the place first. */
export function rulesOf(
  element: ElementKind,
  { format, sealing, turned }: RuleContext,
): readonly ElementRule[] {
  if (element === 'table' && turned) return LYING_TABLE;
  if (element === 'issuerSignature') return BY_SEALING[sealing].issuerSignature;
  if (element === 'issuedOn') return [...BY_SEALING[sealing].issuedOn, DATE_WORDING];
  if (element === 'seal' && sealing === 'stamp') {
    return [
      must('7.3.5.3', '签名章在正文（或附件说明）下空二行、右空四字。'),
      usual('7.3.5.3', '签名章用红色。'),
    ];
  }
  return BY_FORMAT[format][element] ?? GENERAL[element];
}

/** Boxes of a page carry the element as text. */
export function isElementKind(element: string): element is ElementKind {
  return Object.hasOwn(ELEMENT_NAMES, element);
}
