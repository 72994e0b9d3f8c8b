/** Documents the samples have none of, as JSON of gongwen-input. */

const SENTENCE = '各区县要高度重视加强领导精心组织确保各项工作落到实处并结合实际认真贯彻执行及时报送进展情况';

const COMMON = {
  genre: '通知',
  issuers: ['江城市人民政府'],
  documentNumber: { issuerCode: '江政发', year: 2026, serial: 12 },
  title: '江城市人民政府关于加强安全生产工作的通知',
  addressees: ['各区县人民政府'],
  issuedOn: '2026-03-05',
  copyTo: [
    '市委办公室',
    '市人大常委会办公室',
    '市政协办公室',
    '市中级人民法院',
    '市人民检察院',
    '江城军分区',
  ],
  printingOffice: '江城市人民政府办公室',
  printedOn: '2026-03-06',
} as const;

/** A table too wide for an upright page. */
const LYING_TABLE = {
  type: 'table',
  landscape: true,
  header: [['序号', '任务名称', '责任单位', '一季度', '二季度', '三季度', '四季度', '备注']],
  rows: Array.from({ length: 24 }, (_, index) => [
    String(index + 1),
    '农村生活污水治理设施提升改造与长效管护机制建设',
    '江城市生态环境局',
    '100',
    '200',
    '300',
    '400',
    '',
  ]),
} as const;

/** Text without punctuation: every line of it has exactly 28 characters. */
const plain = (sentences: number): string => SENTENCE.repeat(sentences);

const MIXED = [
  '一、总体要求',
  '到2026年底，全市规模以上企业安全生产标准化达标率达到95.5%以上；重点行业“双重预防机制”覆盖率达到100%，较2025年提高12.6个百分点。',
  '（一）加强组织领导。各级各部门要按照《中华人民共和国安全生产法》《江城市安全生产条例》等规定，坚持“党政同责、一岗双责、齐抓共管、失职追责”，健全责任体系——从主要负责人到一线员工，人人有责、人人尽责。',
  '1.开展隐患排查。对照GB/T 33000—2016《企业安全生产标准化基本规范》逐项自查，建立台账，实行销号管理……',
  '（1）排查范围：危险化学品、矿山、建筑施工、道路交通、消防、特种设备等。详见http://www.example.gov.cn/anquan/2026/tongzhi.html。',
].join('\n');

export const MADE_UP: Readonly<Record<string, unknown>> = {
  'full-pages': { ...COMMON, body: Array.from({ length: 12 }, () => plain(6)).join('\n') },
  'mixed-text': { ...COMMON, body: `${MIXED}\n${plain(1)}\n${MIXED}\n${MIXED}` },
  'imprint-behind-blank': {
    ...COMMON,
    // text that fills two pages, so that the imprint stands on the fourth and the third is blank
    body: plain(16),
    copyTo: Array.from({ length: 16 }, (_, index) => [`市有关单位第${index + 1}组`, '各民主党派市委']),
  },
  'long-table': {
    ...COMMON,
    body: [
      { type: 'paragraph', text: '现将检查情况通报如下：' },
      {
        type: 'table',
        caption: '安全生产检查情况表',
        header: [['序号', '检查项目', '检查情况', '得分']],
        rows: Array.from({ length: 40 }, (_, index) => [
          String(index + 1),
          '责任制落实情况',
          '抽查记录，责任明确到人，台账齐全，整改及时',
          String(80 + (index % 20)),
        ]),
        widths: [14, 40, 82, 20],
      },
      { type: 'paragraph', text: '请认真抓好整改。' },
    ],
  },
  'merged-cells': {
    ...COMMON,
    body: [
      { type: 'paragraph', text: '现将任务分解如下：' },
      {
        type: 'table',
        caption: '重点任务分解表',
        header: [
          ['序号', '任务', '季度进度', '', ''],
          ['', '', '一季度', '二季度', '三季度'],
        ],
        rows: Array.from({ length: 36 }, (_, index) =>
          index === 35
            ? ['合计', '', '350', '700', '1050']
            : [
                String(index + 1),
                index % 3 === 0 ? '农村生活污水治理设施改造提升' : index % 3 === 1 ? '' : '垃圾分类',
                '10',
                '20',
                '30',
              ],
        ),
        spans: [
          { row: 0, column: 0, rows: 2 },
          { row: 0, column: 1, rows: 2 },
          { row: 0, column: 2, columns: 3 },
          ...Array.from({ length: 11 }, (_, index) => ({ row: 2 + index * 3, column: 1, rows: 2 })),
          { row: 37, column: 0, columns: 2 },
        ],
      },
      { type: 'paragraph', text: '请认真抓好落实。' },
    ],
  },
  'attachments-and-note': {
    ...COMMON,
    sealing: 'none',
    copyNumber: '000012',
    secrecy: '秘密',
    secrecyTerm: '1年',
    urgency: '特急',
    body: plain(3),
    annotation: '此件公开发布',
    attachments: [
      {
        title: '江城市安全生产检查工作实施方案和江城市安全生产检查工作责任分解表以及有关说明',
        body: plain(4),
      },
      { title: '联络员名单', body: [{ type: 'table', rows: [['张三', '市应急局']] }] },
    ],
  },
  joint: {
    ...COMMON,
    issuers: ['江城市应急管理局', '江城市公安局', '江城市卫生健康委员会'],
    body: plain(3),
  },
  'joint-unsealed': {
    ...COMMON,
    issuers: ['江城市应急管理局', '江城市公安局'],
    sealing: 'none',
    body: plain(3),
  },
  stamped: {
    ...COMMON,
    sealing: 'stamp',
    stamps: [{ office: '市长', name: '张三' }],
    body: plain(3),
  },
  mirrored: {
    ...COMMON,
    options: { mirrorMargins: true },
    body: Array.from({ length: 9 }, () => plain(6)).join('\n'),
  },
  'bound-apart': {
    ...COMMON,
    body: plain(3),
    attachments: [
      { title: '检查方案', body: plain(2) },
      { title: '责任单位名单', separate: true, body: plain(30) },
    ],
  },
  'lying-attachment': {
    ...COMMON,
    body: plain(3),
    attachments: [
      { title: '重点任务分解表', body: [LYING_TABLE, { type: 'paragraph', text: plain(2) }] },
      { title: '季度任务表', body: [LYING_TABLE] },
      { title: '单独成册的任务表', separate: true, body: [LYING_TABLE] },
    ],
  },
  'lying-body': {
    ...COMMON,
    body: [
      // text that fills its page to the last line
      { type: 'paragraph', text: plain(11) },
      { ...LYING_TABLE, caption: '重点任务分解情况一览表' },
      { type: 'paragraph', text: plain(2) },
      LYING_TABLE,
      { type: 'paragraph', text: '请抓好落实。' },
    ],
  },
  'going-up': {
    ...COMMON,
    genre: '请示',
    title: '江城市人民政府关于申请安全生产专项资金的请示',
    addressees: ['省人民政府'],
    signatories: [{ name: '张三' }, { name: '欧阳修文' }, { name: '李四' }],
    body: plain(5),
  },
};
