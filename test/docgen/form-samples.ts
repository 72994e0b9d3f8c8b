import { fillForm } from '../../shared/domain/forms/fill.ts';
import type { FillOptions } from '../../shared/domain/forms/fill.ts';
import { FORM_FIELDS } from '../../shared/domain/forms/declaration.ts';
import type { FormField, FormKey, FormRecord } from '../../shared/domain/forms/declaration.ts';
import { FORMS } from '../../shared/domain/forms/forms.ts';
import { numberedCode } from '../../shared/domain/item-code.ts';
import type { FormSheet } from '../../shared/domain/forms/sheet.ts';

/** Records to print: a usual one, and random ones that try what people really type. */

export const CODE = numberedCode('incoming', 2026, 42);
export const OFFICE_NAME = '临江市住房和城乡建设局';

export const RECORD: FormRecord = {
  texts: {
    senderName: '江州市人民政府办公室',
    documentNumber: '江政办发〔2026〕31号',
    receivedOn: '2026年11月22日',
    number: '收〔2026〕0042',
    urgency: '加急',
    copies: '2份',
    attachments: '3件',
    title: '关于做好2026年汛期地质灾害防治工作的通知',
    dueOn: '2026年12月4日',
    replyRequired: '要求答复',
    lead: '工程科（张伟）',
    assists: '房管科、财务科',
    result: '已排查隐患点32处，全部落实责任人和防范措施。',
    returnReason: '越级行文',
    returnExplanation: '本件应由江州市自然资源局办理。',
    urgeTarget: '工程科',
    urgeText: '工程科：\n《关于做好2026年汛期地质灾害防治工作的通知》由工程科承办，请立即办理。',
    publicity: '主动公开',
    orderedBy: '王建国',
    orderedAt: '2026年11月22日 08:40',
    orderSource: '口头交办',
    orderWords: '值班表明天中午前给我，节假日也要排上。',
    orderDemand: '加急：请于2026年12月4日前办结，办理结果填入本单退回办公室。',
    acceptance: '工程科：李明，2026-11-22 10:20签收',
  },
  opinions: {
    proposals: [{ text: '拟请工程科主办，房管科、财务科会办。', name: '林晓', on: '2026年11月22日' }],
    instructions: [
      { text: '同意拟办意见。请工程科牵头，抓紧排查。', name: '王建国', on: '2026年11月23日' },
      { text: '请房管科同步做好危旧房巡查。', name: '李敏', on: '2026年11月24日' },
    ],
    approval: [{ text: '同意印发。', name: '王建国', on: '2026年11月25日' }],
  },
  lists: {
    readers: ['王建国', '李敏', '赵强', '孙莉', '周涛'].map((name, index) => ({
      position: String(index + 1),
      name,
      post: '副局长',
      opinion: index < 2 ? '已阅，请工程科落实。' : '',
      on: index < 2 ? '11月25日' : '',
      sentOn: '11月24日',
    })),
    history: [{ at: '2026-11-22 09:05', actor: '林晓', summary: '登记为收〔2026〕0042' }],
  },
};

export function sheetOf(
  form: FormKey,
  record: FormRecord = RECORD,
  options: Partial<FillOptions> & { readonly marks?: readonly string[]; readonly officeName?: string } = {},
): FormSheet {
  const { filled = true, history = false, marks = [], officeName = OFFICE_NAME } = options;
  return fillForm(FORMS[form], record, { officeName, code: CODE, marks }, { filled, history });
}

const HAN =
  '关于做好汛期地质灾害防治工作请各单位认真贯彻执行抓紧办理并报送落实情况市人民政府办公室的通知意见';
const PIECES = [
  '，',
  '。',
  '《关于〈条例〉的意见》',
  '〔2026〕31号',
  '2026-11-22 09:05',
  'https://www.example.gov.cn/very/long/path/to/a/document-2026.html?page=12&sort=desc',
  'GB/T 9704-2012',
  '100.5%',
  '（见附件１）',
  '——',
  '……',
  '\n',
  '\t',
  ' ',
  '　',
  '“”',
  '㎡',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/** Text of about `length` characters. */
export function randomText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const piece = random() < 0.25 ? PIECES[Math.floor(random() * PIECES.length)] : undefined;
    text += piece ?? HAN.charAt(Math.floor(random() * HAN.length));
  }
  return text;
}

/** Longest texts of fields that take more than a few words. */
const LONG_FIELDS: Partial<Record<FormField, number>> = {
  title: 300,
  urgeText: 1500,
  result: 2500,
  returnExplanation: 1500,
  orderWords: 2000,
};

/** A record with anything from empty to far too much in every place. */
export function randomRecord(random: () => number): FormRecord {
  const length = (most: number): number => (random() < 0.15 ? 0 : Math.floor(random() ** 3 * most));
  const some = <T>(most: number, make: (index: number) => T): T[] =>
    Array.from({ length: Math.floor(random() ** 2 * most) }, (_, index) => make(index));
  const opinion = () => ({
    text: randomText(random, length(600)),
    name: randomText(random, length(8)),
    on: '11月2日',
  });
  const entry = (index: number) =>
    Object.fromEntries(
      ['name', 'post', 'opinion', 'on', 'sentOn', 'at', 'level', 'method', 'note', 'actor', 'summary']
        .map((key) => [key, randomText(random, length(key === 'opinion' || key === 'summary' ? 200 : 14))])
        .concat([['position', String(index + 1)]]),
    );
  return {
    texts: Object.fromEntries(
      FORM_FIELDS.map((field) => [field, randomText(random, length(LONG_FIELDS[field] ?? 120))]),
    ),
    opinions: {
      proposals: some(6, opinion),
      instructions: some(14, opinion),
      approval: some(3, opinion),
      countersigns: some(12, opinion),
      departmentCheck: some(2, opinion),
      officeCheck: some(2, opinion),
    },
    lists: { readers: some(50, entry), urgings: some(8, entry), history: some(40, entry) },
  };
}
