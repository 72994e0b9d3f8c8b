import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, makeSandbox, runCli, type Sandbox } from './run-cli.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
});
afterEach(() => sandbox.remove());

const GENRES = '决议、决定、命令（令）、公报、公告、通告、意见、通知、通报、报告、请示、批复、议案、函、纪要';

const table = (change: Record<string, unknown>) => ({
  body: [
    {
      type: 'table',
      rows: [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      ...change,
    },
  ],
});

/** Name, change to a good document, the faults as printed after `in.json: `. */
const WRONG: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['no genre', { genre: undefined }, ['genre: 缺少必填项（文种）']],
  ['no issuers', { issuers: undefined }, ['issuers: 缺少必填项（发文机关）']],
  ['no title', { title: undefined }, ['title: 缺少必填项（标题）']],
  ['no body', { body: undefined }, ['body: 缺少必填项（正文）']],
  ['empty title', { title: '  ' }, ['title: 标题是空的']],
  ['empty issuers', { issuers: [] }, ['issuers: 至少要有一个发文机关']],
  ['blank issuer', { issuers: ['　'] }, ['issuers.0: 发文机关是空的，请填写或删去']],
  ['empty body', { body: '\n　\n' }, ['body: 正文是空的']],
  ['blank paragraph', { body: [{ type: 'paragraph', text: '' }] }, ['body.0.text: 段落是空的，请填写或删去']],
  ['unknown key', { adressees: ['各科室'] }, ['adressees: 没有这个键，是否为“addressees”（主送机关）？']],
  [
    'unknown key inside',
    { documentNumber: { issuerCode: '江医发', year: 2026, serial: 5, no: 1 } },
    ['documentNumber.no: 没有这个键，请删去'],
  ],
  [
    'unknown key in a block',
    { body: [{ type: 'heading', levle: 1, level: 1, text: '一、甲' }] },
    ['body.0.levle: 没有这个键，是否为“level”（层次）？'],
  ],
  ['wrong type', { title: 2026 }, ['title: 应为文字（加英文引号），现为数字']],
  [
    'year as text',
    { documentNumber: { issuerCode: '江医发', year: '2026', serial: 5 } },
    ['documentNumber.year: 应为数字（不加引号），现为文字'],
  ],
  ['no legal genre', { genre: '方案' }, [`genre: 应为十五个文种之一：${GENRES}，现为“方案”`]],
  [
    'format',
    { format: 'pdf' },
    ['format: 应为“document”（通用格式）、“letter”（信函）、“order”（命令）或“minutes”（纪要），现为“pdf”'],
  ],
  ['no such day', { issuedOn: '2026-02-30' }, ['issuedOn: 没有2026年2月30日这一天']],
  [
    'date form',
    { printedOn: '2026年3月5日' },
    ['printedOn: 日期应写作“2026-03-05”的样子，现为“2026年3月5日”'],
  ],
  ['份号 (K-20)', { copyNumber: '123' }, ['copyNumber: 份号应为6位数字，如“000001”，现为“123”']],
  [
    '密级 (K-21)',
    { copyNumber: '000001', secrecy: '内部' },
    ['secrecy: 应为“绝密”“机密”或“秘密”，现为“内部”'],
  ],
  ['密级 without 份号 (K-19)', { secrecy: '机密' }, ['copyNumber: 涉密公文应当标注份号']],
  ['保密期限 without 密级', { secrecyTerm: '1年' }, ['secrecyTerm: 有保密期限而没有密级']],
  [
    '保密期限 form (K-22)',
    { copyNumber: '000001', secrecy: '机密', secrecyTerm: '★五年' },
    ['secrecyTerm: 保密期限应写作“1年”“6个月”“长期”的样子，用阿拉伯数字，不写“★”，现为“★五年”'],
  ],
  ['紧急程度 (K-24)', { urgency: '急件' }, ['urgency: 应为“特急”或“加急”，现为“急件”']],
  [
    'serial 0',
    { documentNumber: { issuerCode: '江医发', year: 2026, serial: 0 } },
    ['documentNumber.serial: 应为不小于1的整数，现为0'],
  ],
  [
    'year 26 (K-02)',
    { documentNumber: { issuerCode: '江医发', year: 26, serial: 5 } },
    ['documentNumber.year: 年份应为4位数字，从1949年起，现为26'],
  ],
  [
    'brackets in 机关代字',
    { documentNumber: { issuerCode: '江医发〔2026〕', year: 2026, serial: 5 } },
    ['documentNumber.issuerCode: 机关代字只写代字，不写括号、年份、“第”和“号”，现为“江医发〔2026〕”'],
  ],
  [
    '第×号 for a notice',
    { documentNumber: { orderNo: 5 } },
    ['documentNumber: “通知”应写 { "issuerCode", "year", "serial" }，第×号只用于命令（令）、公告和通告'],
  ],
  [
    '第×期 for a notice',
    { documentNumber: { issueNo: 5 } },
    ['documentNumber: 第×期只用于纪要，“通知”应写 { "issuerCode", "year", "serial" }'],
  ],
  [
    'order format for a notice',
    { format: 'order', title: undefined, addressees: [], documentNumber: { orderNo: 1 } },
    ['genre: 命令（令）格式只用于“命令（令）”，现为“通知”'],
  ],
  [
    'colon after 主送 (K-11)',
    { addressees: ['各科室：'] },
    ['addressees.0: 主送机关末尾不要写标点“：”，程序会加'],
  ],
  [
    'full stop after an attachment (K-40)',
    { attachments: [{ title: '名单。' }] },
    ['attachments.0.title: 附件名称末尾不要写标点“。”'],
  ],
  [
    'uneven rows',
    table({ rows: [['甲', '乙'], ['丙']] }),
    ['body.0.rows.1: 表格第2行有1个单元格，应为2个；各行单元格数须相同'],
  ],
  [
    'uneven header',
    table({ header: [['甲', '乙', '丙']] }),
    [
      'body.0.rows.0: 表格第1行有2个单元格，应为3个；各行单元格数须相同',
      'body.0.rows.1: 表格第2行有2个单元格，应为3个；各行单元格数须相同',
    ],
  ],
  ['widths of another number', table({ widths: [50] }), ['body.0.widths: 列宽有1个，表格有2列；个数须相同']],
  ['widths too wide', table({ widths: [100, 60] }), ['body.0.widths: 列宽合计160毫米，超出版心宽156毫米']],
  [
    'a merged cell outside the table',
    table({ spans: [{ row: 1, column: 0, rows: 2 }] }),
    ['body.0.spans.0: 合并到第3行，表格（连表头）只有2行'],
  ],
  [
    'a merged cell wider than the table',
    table({ spans: [{ row: 0, column: 1, columns: 2 }] }),
    ['body.0.spans.0: 合并到第3列，表格只有2列'],
  ],
  [
    'merged cells that overlap',
    table({
      rows: [
        ['甲', '', '乙'],
        ['丙', '', ''],
        ['丁', '戊', '己'],
      ],
      spans: [
        { row: 0, column: 0, columns: 2 },
        { row: 0, column: 1, rows: 2 },
      ],
    }),
    ['body.0.spans.1: 与前面合并的单元格重叠'],
  ],
  [
    'text under a merged cell',
    table({ spans: [{ row: 0, column: 0, columns: 2 }] }),
    ['body.0.spans.0: 第1行第2列已并入别的单元格，不能有文字；文字写在合并后的第一格'],
  ],
  [
    'a header cell merged with the content',
    table({
      header: [['一', '二']],
      rows: [
        ['', '乙'],
        ['丙', '丁'],
      ],
      spans: [{ row: 0, column: 0, rows: 2 }],
    }),
    ['body.0.spans.0: 表头的单元格不能与下面的内容合并'],
  ],
  [
    'a single merged cell',
    table({ spans: [{ row: 0, column: 0 }] }),
    ['body.0.spans.0: 只有一个单元格，不用合并，请删去'],
  ],
  [
    'a row of which nothing is left',
    table({
      rows: [
        ['甲', '乙'],
        ['', ''],
      ],
      spans: [
        { row: 0, column: 0, rows: 2 },
        { row: 0, column: 1, rows: 2 },
      ],
    }),
    ['body.0.spans: 第2行的单元格都并入了上一行，请删去这一行'],
  ],
  [
    'a column of which nothing is left',
    table({
      rows: [
        ['甲', ''],
        ['乙', ''],
      ],
      spans: [
        { row: 0, column: 0, columns: 2 },
        { row: 1, column: 0, columns: 2 },
      ],
    }),
    ['body.0.spans: 第2列的单元格都并入了前一列，请删去这一列'],
  ],
  ['no rows', table({ rows: [] }), ['body.0.rows: 表格没有一行内容']],
  [
    'unknown block',
    { body: [{ type: 'list', text: '甲' }] },
    ['body.0.type: 应为“paragraph”“heading”“table”“image”或“pageBreak”，现为“list”'],
  ],
  [
    'level 5',
    { body: [{ type: 'heading', level: 5, text: '甲' }] },
    ['body.0.level: 应为1、2、3 或 4，现为5'],
  ],
  ['control character', { annotation: '甲\u0000' }, ['annotation: 第2个字是控制字符（U+0000），请删去']],
  ['lone surrogate', { title: '关于\ud83d的通知' }, ['title: 第3个字是不完整的字符（U+D83D），请重新输入']],
  ['radical', { body: '⼈民' }, ['body: 第1个字“⼈”是部首字符（U+2F08），应为“人”']],
  ['more seals than issuers', { seals: [{}, {}] }, ['seals: 印章2枚，发文机关1个；印章不能多于发文机关']],
  ['no stamp', { sealing: 'stamp' }, ['stamps: 加盖签发人签名章时每个发文机关一枚，应有1枚，现有0枚']],
  [
    'attendance',
    { attendance: { present: [{ names: ['陆景行'] }] } },
    ['attendance: 出席、请假、列席只用于纪要格式'],
  ],
  ['title too long', { title: '通'.repeat(201) }, ['title: 标题过长（201字），最多200字']],
  [
    'picture missing',
    { body: [{ type: 'image', file: '没有.png', width: 80 }] },
    ['body.0.file: 图片“没有.png”：没有这个文件'],
  ],
  [
    'picture too wide',
    { body: [{ type: 'image', file: 'a.png', width: 160 }] },
    ['body.0.width: 图片宽160毫米，超出版心宽156毫米'],
  ],
  [
    'two faults at once',
    { urgency: '急', copyNumber: 1 },
    ['copyNumber: 应为文字（加英文引号），现为数字', 'urgency: 应为“特急”或“加急”，现为“急”'],
  ],
];

describe('wrong inputs: exact message, exit code 2, nothing written', () => {
  it('are more than thirty', () => {
    expect(WRONG.length).toBeGreaterThan(30);
  });

  it.each(WRONG)('%s', (_name, change, faults) => {
    sandbox.write('in.json', { ...GOOD, ...change });
    const run = runCli(sandbox.folder, 'render', 'in.json', '--out', 'out');
    expect(run.faults).toEqual(faults.map((fault) => `in.json: ${fault}`));
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(sandbox.names()).toEqual(['in.json']);
  });
});
