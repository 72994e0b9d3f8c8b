/**
 * Chinese names of the keys of a 公文, by the object they stand in; the one list that messages,
 * near-match suggestions and help read.
 */

export const TOP_KEYS: Readonly<Record<string, string>> = {
  format: '格式',
  genre: '文种',
  issuers: '发文机关',
  issuerMark: '发文机关标志',
  copyNumber: '份号',
  secrecy: '密级',
  secrecyTerm: '保密期限',
  urgency: '紧急程度',
  documentNumber: '发文字号',
  signatories: '签发人',
  title: '标题',
  addressees: '主送机关',
  body: '正文',
  attachments: '附件',
  enclosures: '被印发、转发的文件',
  sealing: '用印方式',
  seals: '印章',
  stamps: '签名章',
  issuedOn: '成文日期',
  annotation: '附注',
  attendance: '出席、请假、列席',
  copyTo: '抄送机关',
  printingOffice: '印发机关',
  printedOn: '印发日期',
  options: '选项',
};

const BLOCK_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  paragraph: { type: '类型', text: '文字' },
  heading: { type: '类型', level: '层次', text: '文字' },
  table: {
    type: '类型',
    caption: '表题',
    header: '表头',
    rows: '表格各行',
    widths: '列宽',
    landscape: '横排',
    spans: '合并的单元格',
  },
  image: { type: '类型', file: '图片文件', width: '图片宽度' },
  pageBreak: { type: '类型' },
};

const NESTED_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  issuerMark: { names: '机关名称', suffix: '后缀', charHeight: '字高', charWidth: '字宽', color: '红色' },
  documentNumber: {
    issuerCode: '机关代字',
    year: '年份',
    serial: '顺序号',
    orderNo: '令号',
    issueNo: '期号',
  },
  signatories: { name: '姓名', issuer: '发文机关' },
  attachments: { title: '附件名称', body: '附件内容', separate: '不与正文一起装订' },
  enclosures: { title: '文件标题', body: '文件内容' },
  seals: { diameter: '印章直径', image: '印章图片' },
  stamps: { office: '职务', name: '姓名', image: '签名章图片' },
  spans: { row: '行', column: '列', rows: '占行数', columns: '占列数' },
  attendance: { present: '出席', leave: '请假', observers: '列席' },
  present: { unit: '单位', names: '姓名' },
  leave: { unit: '单位', names: '姓名' },
  observers: { unit: '单位', names: '姓名' },
  options: {
    imprintOnEvenPage: '版记排在偶数页',
    mirrorMargins: '偶数页订口镜像',
    addresseesInImprint: '主送移入版记',
  },
};

export type Path = readonly (string | number)[];

/** Keys allowed in the object at a path; `blockType` is the `type` of a body block there. */
export function keysAt(path: Path, blockType: string | undefined): Readonly<Record<string, string>> {
  const names = path.filter((part) => typeof part === 'string');
  const last = names.at(-1);
  if (last === undefined) return TOP_KEYS;
  if (last === 'body') return BLOCK_KEYS[blockType ?? ''] ?? { type: '类型' };
  return NESTED_KEYS[last] ?? {};
}

/** Chinese name of the value at a path: of its key, or `第3个发文机关` for an element of a list. */
export function labelAt(path: Path, blockType: string | undefined): string {
  const last = path.at(-1);
  if (last === undefined) return '公文';
  if (typeof last === 'string') return keysAt(path.slice(0, -1), blockType)[last] ?? last;
  const list = path.slice(0, -1);
  if (list.at(-1) === 'body') return `第${last + 1}段`;
  return `第${last + 1}个${labelAt(list, blockType)}`;
}

/** Letters to insert, drop, change or swap with the next one to make `b` of `a`. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swaps ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

const plain = (key: string) => key.toLowerCase().replaceAll(/[\s_-]/gu, '');

/** The known key a mistyped one most likely means: near in letters, or its Chinese name. */
export function nearestKey(typed: string, known: Readonly<Record<string, string>>): string | undefined {
  for (const [key, label] of Object.entries(known)) {
    if (plain(key) === plain(typed) || label === typed.trim()) return key;
  }
  const ranked = Object.keys(known)
    .map((key) => ({ key, steps: distance(plain(key), plain(typed)) }))
    .filter(({ key, steps }) => steps <= Math.max(1, Math.floor(key.length / 4)))
    .sort((a, b) => a.steps - b.steps);
  return ranked[0]?.key;
}
