import { TABLE_WIDTH } from './declaration.ts';
import type { FormDeclaration } from './declaration.ts';
import { HISTORY, label, pair, SIGN, whole, WIDE } from './parts.ts';

const SERIAL = 12;
const NAME = 26;
const POST = 32;
const SENT = 22;
const OPINION = TABLE_WIDTH - SERIAL - NAME - POST - 2 * SENT;

/** 传阅单: one line for each reader, the paper goes round with it. */
export const CIRCULATION: FormDeclaration = {
  name: '文件传阅单',
  kinds: ['incoming'],
  above: { left: '收文编号：{number}', right: '收文日期：{receivedOn}' },
  note: '请阅后签名并注明日期，及时退回办公室，不要横传。',
  sections: [
    {
      rows: [
        pair(['来文单位', 'senderName'], ['来文字号', 'documentNumber']),
        whole('文件标题', 'title', 14),
        pair(['密　　级', 'secrecy'], ['紧急程度', 'urgency']),
        pair(['传阅方式', 'circulationMode'], ['阅毕时限', 'circulationDue']),
        {
          minHeight: 24,
          cells: [label('批示\n意见'), { width: WIDE, opinions: 'instructions', foot: [SIGN] }],
        },
      ],
    },
    {
      heading: [
        {
          minHeight: 8,
          cells: [
            label('序号', SERIAL),
            label('姓名', NAME),
            label('部门、职务', POST),
            label('阅示意见', OPINION),
            label('送阅日期', SENT),
            label('阅毕日期', SENT),
          ],
        },
      ],
      each: { list: 'readers', perRow: 1, leastRows: 12 },
      rows: [
        {
          minHeight: 9,
          cells: [
            { width: SERIAL, entry: 'position', align: 'center' },
            { width: NAME, entry: 'name', align: 'center' },
            { width: POST, entry: 'post' },
            { width: OPINION, entry: 'opinion', byHand: true },
            { width: SENT, entry: 'sentOn', align: 'center', byHand: true },
            { width: SENT, entry: 'on', align: 'center', byHand: true },
          ],
        },
      ],
    },
    HISTORY,
  ],
};
