import { describe, expect, it } from 'vitest';
import { faultSchema } from '../../shared/features/document.ts';
import { findFaults } from '../../shared/gongwen/faults.ts';
import { GENRE_FACTS } from '../../shared/gongwen/genres.ts';
import { GENRES, gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';
import { recognizeBlocks } from '../../shared/gongwen/recognize.ts';

/** A notice nothing is wrong with. */
const GOOD = {
  genre: '通知',
  issuers: ['江城市人民医院'],
  documentNumber: { issuerCode: '江医发', year: 2026, serial: 5 },
  title: '江城市人民医院关于规范病历书写的通知',
  addressees: ['各科室'],
  body: '为提高病历质量，通知如下：\n一、总体要求\n以患者安全为中心。',
  issuedOn: '2026-03-05',
};

/** `path: message` of the warnings; throws when the document is not even well-formed. */
const warningsOf = (change: Record<string, unknown>) => {
  const parsed = parseGongwenInput({ ...GOOD, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const faults = findFaults(parsed.document);
  expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  return faults.map(({ path, message }) => `${path}: ${message}`);
};

const inBody = (text: string) => warningsOf({ body: text });

describe('findFaults: errors', () => {
  it('marks what a draft still lacks, field by field', () => {
    const draft = gongwenDraftSchema.parse({ genre: '通知', issuers: [], body: [] });
    const errors = findFaults(draft).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'issuers: 至少要有一个发文机关',
      'title: 标题是空的',
      'body: 正文是空的',
    ]);
  });

  it('sees characters that cannot be printed (the editor lets them in)', () => {
    const draft = gongwenDraftSchema.parse({ ...GOOD, body: recognizeBlocks('甲\u0007') });
    expect(findFaults(draft)).toEqual([
      { path: 'body.0.text', message: '第2个字是控制字符（U+0007），请删去', severity: 'error' },
    ]);
  });

  it('speaks the shape of the contract', () => {
    const draft = gongwenDraftSchema.parse({ genre: '请示', issuers: ['甲'], body: [], secrecy: '秘密' });
    for (const fault of findFaults(draft)) expect(faultSchema.safeParse(fault).success).toBe(true);
  });
});

describe('findFaults: warnings', () => {
  it('has nothing to say about a good notice', () => {
    expect(warningsOf({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['K-10', { printingOffice: '院办公室', printedOn: '2026-03-01' }, ['printedOn: 印发日期早于成文日期']],
    ['K-13', { addressees: ['王院长'] }, ['addressees.0: 主送应写机关名称，不写个人：“王院长”']],
    [
      'K-23',
      { copyNumber: '000001', secrecy: '秘密', secrecyTerm: '20年' },
      ['secrecyTerm: “秘密”的保密期限一般不超过10年，现为20年'],
    ],
    ['K-17', { signatories: [{ name: '陆景行' }] }, ['signatories: “通知”不是上行文，不标签发人']],
    ['K-25 no genre', { title: '江城市人民医院关于规范病历书写' }, ['title: 标题末尾没有文种“通知”']],
    [
      'K-25 no legal genre',
      { title: '江城市人民医院关于规范病历书写的方案' },
      ['title: 标题末尾的“方案”不是法定文种，以“通知”印发'],
    ],
    [
      'K-25 another genre',
      { title: '江城市人民医院关于规范病历书写的决定' },
      ['title: 标题的文种是“决定”，所选文种是“通知”'],
    ],
    [
      'K-26',
      { title: '江城市人民医院规范病历书写通知' },
      ['title: 标题一般写作“关于……的文种”，现缺“关于”（实务）'],
    ],
    [
      'K-29',
      { title: '江城市人民医院关于规范病历，加强质控的通知' },
      ['title: 标题中除书名号、引号、顿号、括号外不用标点，现有“，”（实务）'],
    ],
    [
      'B-02 too long',
      { title: '江城市人民医院\n关于规范住院病历和门诊病历书写以及病历质量控制的通知' },
      ['title: 标题第2行有26字宽，一行最多20字，排不下，请另选断行处'],
    ],
    [
      'B-02 的',
      { title: '江城市人民医院关于规范病历书写\n的通知' },
      ['title: 标题第2行以“的”开头，断行处应词意完整'],
    ],
    ['K-44', { attachments: [{ title: '《名单》' }] }, ['attachments.0.title: 附件名称不加书名号（实务）']],
    ['K-46 none', { body: '名单见附件。' }, ['attachments: 正文提到附件，但没有附件']],
    [
      'K-46 too few',
      { body: '名单见附件1，表格见附件3。', attachments: [{ title: '甲' }, { title: '乙' }] },
      ['attachments: 正文提到附件3，附件只有2个'],
    ],
    [
      'K-49',
      { issuerMark: { names: ['江城市中医医院'] } },
      ['issuerMark.names.0: 发文机关标志“江城市中医医院”与署名“江城市人民医院”不是同一机关'],
    ],
    [
      'K-53',
      { addressees: ['市财政局'], copyTo: ['市审计局', '市财政局'] },
      ['copyTo.0.1: “市财政局”已是主送机关，不必再抄送'],
    ],
    ['no date', { issuedOn: undefined }, ['issuedOn: 还没有成文日期']],
    ['no receiver', { addressees: [] }, ['addressees: “通知”应有主送机关']],
    [
      'other year',
      { issuedOn: '2025-12-31' },
      ['documentNumber.year: 发文字号的年份2026与成文日期的年份2025不一致'],
    ],
    ['half an imprint', { printingOffice: '院办公室' }, ['printedOn: 有印发机关而没有印发日期']],
    [
      'nothing enclosed',
      { title: '江城市人民医院关于印发《病历书写办法》的通知' },
      ['enclosures: 印发、转发类公文没有所印发、转发的文件（实务）'],
    ],
    ['K-78 name', { addressees: ['××单位'] }, ['addressees.0: “××”像是还没有填写']],
  ])('%s', (_rule, change, expected) => {
    expect(warningsOf(change)).toEqual(expected);
  });

  const upward = {
    genre: '请示',
    title: '江城市人民医院关于购置设备的请示',
    signatories: [{ name: '陆景行' }],
  };
  it.each<[string, Record<string, unknown>, string[]]>([
    ['good', { addressees: ['市卫生健康委员会'] }, []],
    [
      'K-14',
      { addressees: ['市委', '市政府'] },
      ['addressees: “请示”原则上只主送一个上级机关，需要时用抄送'],
    ],
    [
      'K-14 in one name',
      { addressees: ['市委、市政府'] },
      ['addressees: “请示”原则上只主送一个上级机关，需要时用抄送'],
    ],
    [
      'K-16',
      { addressees: ['市卫生健康委员会'], signatories: [] },
      ['signatories: “请示”是上行文，应当标注签发人姓名'],
    ],
    [
      'K-27',
      { addressees: ['市卫生健康委员会'], title: '江城市人民医院关于购置设备的请示报告' },
      ['title: 标题末尾的“请示报告”不是法定文种，“请示”和“报告”不能叠用'],
    ],
    [
      'K-27 redundant',
      { addressees: ['市卫生健康委员会'], title: '关于请求购置设备的请示' },
      ['title: “请示”已含请求之意，“关于”后不必再写“请求”“申请”（实务）'],
    ],
  ])('上行文 %s', (_rule, change, expected) => {
    expect(warningsOf({ ...upward, ...change })).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['K-36 dot', '一.总体要求', ['body.0.text: 层次序数“一.”应写作“一、”']],
    ['K-36 comma', '（一）、指导思想', ['body.0.text: 层次序数“（一）、”应写作“（一）”']],
    ['K-36 half brackets', '(一)指导思想', ['body.0.text: 层次序数“(一)”应写作“（一）”']],
    ['K-36 1、', '1、工作目标', ['body.0.text: 层次序数“1、”应写作“1.”']],
    ['K-36 circled', '①登记', ['body.0.text: 层次序数“①”不用，第三、四层写作“1.”“（1）”']],
    ['K-36 full-width dot is regular', '1．工作目标', []],
    ['K-37 reversed', '一、甲\n1.乙\n（一）丙', ['body.2.text: “（一）”排在“1.”之下，层次倒置']],
    [
      'K-37 skipped',
      '一、甲\n（一）乙\n（1）丙',
      ['body.2.text: “（1）”跳过了上一层次，次序应为“一、”“（一）”“1.”“（1）”'],
    ],
    ['K-37 一、 1. is allowed (B-10)', '一、甲\n1.乙\n2.丙\n二、丁\n1.戊', []],
    ['K-38 gap', '一、甲\n二、乙\n四、丙', ['body.2.text: 序号“四、”不连续，应为“三、”']],
    ['K-38 twice', '一、甲\n（一）乙\n（二）丙\n（二）丁', ['body.3.text: 序号“（二）”重复，应为“（三）”']],
    ['K-38 counts in each part', '一、甲\n（一）乙\n二、丙\n（一）丁\n（二）戊', []],
    ['K-38 runs through 第×条', '第一条　甲：\n（一）乙；\n第二条　丙：\n（一）丁；', []],
    [
      'K-38 paragraphs count too',
      '一、同意设立。有效期5年。\n三、此外。另行通知。',
      ['body.1.text: 序号“三、”不连续，应为“二、”'],
    ],
    ['K-38 一、二季度 is no number', '一、甲\n一、二季度完成投资\n二、乙', []],
    ['K-54', '主题词：财政 预算', ['body.0.text: 现行公文没有主题词，请删去']],
    ['K-61', '请各单位遵照执行,并报送总结.', ['body.0.text: 中文里夹有半角标点“,”等2处，应为全角“，”']],
    [
      'K-61 numbers, times, addresses',
      '投资1,680.5万元，14:30开会，见http://a.cn/b?c=1，信箱a.b@c.cn，GB/T 9704-2012。',
      [],
    ],
    ['K-61 Latin inside', '型号为ABC (2.0)的设备', ['body.0.text: 中文里夹有半角标点“)”，应为全角“）”']],
    ['K-78', '由××局负责，联系人：【待补】', ['body.0.text: “××”像是还没有填写']],
    ['K-78 underscores', '姓名：____', ['body.0.text: “____”像是还没有填写']],
    [
      'K-01 quoted number',
      '根据国办发[2026]5号文件要求',
      ['body.0.text: 引用的发文字号“根据国办发[2026]5号”：年份应置于六角括号“〔〕”内'],
    ],
    ['K-01 regular', '根据国办发〔2026〕5号文件和（2026）浙01民初5号判决', []],
    ['K-07', '自2026年03月05日起施行', ['body.0.text: 日期“2026年03月05日”的月、日不编虚位']],
    ['K-08', '自2026年2月30日起施行', ['body.0.text: 没有“2026年2月30日”这个日期']],
  ])('%s', (_rule, text, expected) => {
    expect(inBody(text)).toEqual(expected);
  });

  it('K-39 a heading of its own with a full stop', () => {
    const body = [
      { type: 'heading', level: 1, text: '一、总体要求。' },
      { type: 'heading', level: 2, text: '（一）目标' },
    ];
    expect(warningsOf({ body })).toEqual(['body.0.text: 独立成段的小标题末尾不加句号（实务）']);
  });

  it('says the clause only where the standard or the regulation says it', () => {
    const parsed = parseGongwenInput({
      ...GOOD,
      title: '江城市人民医院规范病历书写通知',
      issuedOn: '2025-01-01',
    });
    if (!parsed.ok) throw new Error('not well-formed');
    for (const { message, clause } of findFaults(parsed.document)) {
      expect(message.includes('（实务）')).toBe(clause === undefined);
    }
  });
});

describe('GENRE_FACTS', () => {
  it('has the fifteen of 条例第八条, 上行文 with 签发人 and one receiver (R-02, H-23)', () => {
    expect(Object.keys(GENRE_FACTS)).toEqual([...GENRES]);
    for (const [genre, facts] of Object.entries(GENRE_FACTS)) {
      const isUpward = genre === '请示' || genre === '报告';
      expect(facts.signatories === 'always').toBe(isUpward);
      expect(facts.singleAddressee).toBe(isUpward);
      expect(facts.directions[0] === 'up').toBe(isUpward);
    }
  });
});
