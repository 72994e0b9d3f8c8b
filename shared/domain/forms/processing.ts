import { TABLE_WIDTH } from './declaration.ts';
import type { FormDeclaration } from './declaration.ts';
import { HALF, HISTORY, label, LINE_ROW, pair, SIGN, whole, WIDE } from './parts.ts';

const NAME = 24;
const DATE = 22;
const OPINION = TABLE_WIDTH / 2 - NAME - DATE;

/** 文件处理单（阅办单）: travels with the paper; 拟办 at least 30 mm high, 批示 at least 60 mm. */
export const PROCESSING: FormDeclaration = {
  name: '文件处理单',
  kinds: ['incoming'],
  above: { left: '收文编号：{number}', right: '收文日期：{receivedOn}' },
  note: '本单随文件运转，办结后与文件一并归档。',
  sections: [
    {
      rows: [
        pair(['来文单位', 'senderName'], ['来文字号', 'documentNumber']),
        pair(['密　　级', 'secrecy'], ['紧急程度', 'urgency']),
        pair(['份　　数', 'copies'], ['附　　件', 'attachments']),
        whole('文件标题', 'title', 14),
        pair(['承办时限', 'dueOn'], ['是否答复', 'replyRequired']),
        {
          minHeight: 30,
          cells: [label('拟办\n意见'), { width: WIDE, opinions: 'proposals', foot: [SIGN] }],
        },
        {
          minHeight: 60,
          grow: 1,
          cells: [label('领导\n批示'), { width: WIDE, opinions: 'instructions', foot: [SIGN] }],
        },
      ],
    },
    {
      heading: [
        { minHeight: 7, cells: [label('传阅签阅', TABLE_WIDTH)] },
        {
          minHeight: 7,
          cells: [0, 1].flatMap(() => [label('姓名', NAME), label('阅示意见', OPINION), label('日期', DATE)]),
        },
      ],
      each: { list: 'readers', perRow: 2, leastRows: 3 },
      rows: [
        {
          minHeight: LINE_ROW,
          cells: [
            { width: NAME, entry: 'name', align: 'center' },
            { width: OPINION, entry: 'opinion', byHand: true },
            { width: DATE, entry: 'on', align: 'center', byHand: true },
          ],
        },
      ],
    },
    {
      rows: [
        pair(['主　　办', 'lead'], ['会　　办', 'assists']),
        {
          minHeight: 15,
          cells: [label('办理结果'), { width: WIDE, value: 'result', byHand: true }],
        },
        {
          minHeight: LINE_ROW,
          cells: [
            label('办结日期'),
            { width: HALF, value: 'closedOn', byHand: true },
            label('归 档 号'),
            { width: HALF, value: 'archiveNumber' },
          ],
        },
        whole('备　　注', 'remark'),
      ],
    },
    HISTORY,
  ],
};
