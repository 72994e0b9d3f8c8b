import type { z } from 'zod';
import type { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import { filler, heading, notice, paragraph } from '../layout/support.ts';

/** The documents the rules are measured on; `seal` is the path of the picture used as seal and 签名章. */

type Input = Partial<z.input<typeof gongwenDraftSchema>>;

export const OFFICES: readonly string[] = [
  '湖州市发展和改革委员会',
  '湖州市财政局',
  '湖州市卫生健康委员会',
  '湖州市教育局',
  '湖州市民政局',
  '湖州市公安局',
];

const COPIES = [
  '市委办公室',
  '市人大常委会办公室',
  '市政协办公室',
  '市纪委市监委',
  '市中级人民法院',
  '市人民检察院',
  '湖州军分区',
];

const IMPRINT: Input = {
  copyTo: [COPIES],
  printingOffice: '湖州市人民政府办公室',
  printedOn: '2026-03-06',
};

const text = (length: number): ReturnType<typeof paragraph> => paragraph(`${filler(length)}。`);

const ROWS = Array.from({ length: 60 }, (_, index) => [
  String(index + 1),
  `重点任务第${index + 1}项`,
  '湖州市财政局',
  `${index * 37 + 12}.50`,
]);
const HEADER = [['序号', '任务', '牵头单位', '金额']];

const stamped = (image: string) => [
  { office: '市长', name: '洪建国', image },
  { office: '市政府秘书长', name: '李卫东', image },
];

export function specimensWith(seal: string) {
  const sealed = (count: number): Input => ({
    seals: Array.from({ length: count }, () => ({ diameter: 42, image: seal })),
  });
  const letter: Input = {
    format: 'letter',
    genre: '函',
    title: '关于商请支持公文处理工作的函',
    copyNumber: '000012',
    secrecy: '秘密',
    secrecyTerm: '5年',
    urgency: '加急',
    ...IMPRINT,
  };
  return {
    /** All corner elements, four levels of headings, several pages, imprint. */
    down: notice({
      copyNumber: '000012',
      secrecy: '机密',
      secrecyTerm: '1年',
      urgency: '特急',
      body: [
        heading(1, '一、总体要求'),
        heading(2, '（一）指导思想'),
        heading(3, '1.基本原则'),
        heading(4, '（1）坚持问题导向'),
        text(2000),
      ],
      ...IMPRINT,
    }),
    /** 上行文 with three signatories, without seal, with an annotation. */
    up: notice({
      genre: '请示',
      title: '关于购置医疗设备的请示',
      addressees: ['湖州市人民政府'],
      signatories: [{ name: '张建国' }, { name: '李卫东' }, { name: '王爱民' }],
      sealing: 'none',
      annotation: '联系人：李四，电话：2026000',
    }),
    /** One signatory. */
    upOne: notice({ genre: '请示', signatories: [{ name: '张建国' }], sealing: 'none' }),
    /** A short notice with a seal. */
    short: notice({ ...IMPRINT, ...sealed(1) }),
    noSuffix: notice({ issuerMark: { suffix: '' } }),
    longTitle: notice({
      title: '湖州市人民政府办公室关于进一步规范全市公文处理工作提高公文质量和办理效率的通知',
    }),
    longMark: notice({ issuers: ['中共湖州市委全面深化改革委员会办公室综合协调督察处'] }),
    /** The date is longer than 署名. */
    shortOffice: notice({ issuers: ['市府办'], issuedOn: '2026-12-25', sealing: 'none' }),
    noted: notice({
      sealing: 'none',
      attachments: [
        { title: `${filler(40)}分工表`, body: [text(900)] },
        { title: '联系人名单', body: [text(60)] },
        { title: '工作手册', body: [text(60)], separate: true },
      ],
      ...IMPRINT,
    }),
    single: notice({ attachments: [{ title: '重点任务分工表', body: [text(80)] }] }),
    moved: notice({
      addressees: Array.from({ length: 60 }, (_, index) => `第${index + 101}工作办公室`),
      ...IMPRINT,
    }),
    /** The text ends where seal and date find no room on its page. */
    crowded: notice({ body: [text(288)], ...sealed(1) }),
    /** Text that fills an even page: the imprint goes behind a blank one. */
    blank: notice({ body: [text(760)], sealing: 'none', ...IMPRINT }),
    headings: notice({
      body: Array.from({ length: 20 }, (_, index) => [
        heading(1, '一、总体要求'),
        text(60 + index * 7),
      ]).flat(),
    }),
    mirrored: notice({ body: [text(1200)], options: { mirrorMargins: true } }),
    table: notice({
      body: [text(30), { type: 'table', caption: '表1　重点任务', header: HEADER, rows: ROWS }],
    }),
    landscape: notice({
      body: [text(30)],
      attachments: [
        {
          title: '重点任务分工表',
          body: [{ type: 'table', header: HEADER, rows: ROWS, landscape: true }],
        },
      ],
    }),
    joint: notice({ issuers: OFFICES.slice(0, 3), body: [text(300)], ...sealed(3) }),
    jointHost: notice({ issuers: OFFICES.slice(0, 3), issuerMark: { names: OFFICES.slice(0, 1) } }),
    jointSix: notice({ issuers: [...OFFICES], body: [text(300)], ...sealed(6) }),
    jointPlain: notice({ issuers: OFFICES.slice(0, 3), sealing: 'none' }),
    stamped: notice({
      sealing: 'stamp',
      stamps: stamped(seal),
    }),
    letter: notice({ ...letter, body: [text(1400)] }),
    jointLetter: notice({ ...letter, issuers: OFFICES.slice(0, 2) }),
    order: notice({
      format: 'order',
      genre: '命令（令）',
      issuers: ['湖州市人民政府'],
      documentNumber: { orderNo: 7 },
      title: '',
      addressees: [],
      sealing: 'stamp',
      stamps: stamped(seal).slice(0, 1),
    }),
    minutes: notice({
      format: 'minutes',
      genre: '纪要',
      issuerMark: { names: ['湖州市人民政府常务会议'] },
      documentNumber: { issueNo: 12 },
      title: '第12次常务会议纪要',
      addressees: [],
      attendance: {
        present: [{ unit: '市财政局', names: Array.from({ length: 12 }, () => '王建国') }],
        leave: [{ names: ['李卫东'] }],
        observers: [{ unit: '市教育局', names: ['陈启明'] }],
      },
      ...IMPRINT,
    }),
  } satisfies Record<string, Gongwen>;
}

export type SpecimenName = keyof ReturnType<typeof specimensWith>;
