import { RETURN_REASONS } from '../flow-incoming.ts';
import { TABLE_WIDTH } from './declaration.ts';
import type { FormDeclaration } from './declaration.ts';
import { DAY, HISTORY, label, pair, value, whole, WIDE } from './parts.ts';

const HALF = TABLE_WIDTH / 2;
const NARROW = HALF - 24;

/** 退文通知单: goes back to the sender with the paper; the lower part is signed there. */
export const RETURNING: FormDeclaration = {
  name: '退文通知单',
  kinds: ['incoming'],
  above: { left: '收文编号：{number}', right: '收文日期：{receivedOn}' },
  note: '本单一式两份：一份随文退回来文单位，一份由本单位留存。',
  sections: [
    {
      rows: [
        whole('退往单位', 'senderName', 10),
        whole('文件标题', 'title', 16),
        pair(['来文字号', 'documentNumber'], ['份　　数', 'copies']),
        pair(['附　　件', 'attachments'], ['紧急程度', 'urgency']),
        {
          minHeight: 24,
          cells: [
            label('退文\n原因'),
            { width: WIDE, value: 'returnReason', choices: RETURN_REASONS, byHand: true },
          ],
        },
        {
          minHeight: 50,
          grow: 1,
          cells: [label('具体\n说明'), { width: WIDE, value: 'returnExplanation', top: true, byHand: true }],
        },
        {
          minHeight: 16,
          cells: [
            label('处理\n要求'),
            {
              width: WIDE,
              fixed: '请按上述意见补正，或改送有权办理的单位后重新行文。有疑问的，请与下列经办人联系。',
            },
          ],
        },
        pair(['经 办 人', 'handlerName'], ['联系电话', 'handlerPhone']),
        {
          minHeight: 34,
          cells: [
            label('退文\n单位'),
            { width: NARROW, sign: ['（盖章）', DAY] },
            label('来文\n单位\n签收'),
            { width: NARROW, sign: ['签收人：　　　　　　', DAY] },
          ],
        },
        { minHeight: 8, cells: [label('备　　注'), value('remark')] },
      ],
    },
    HISTORY,
  ],
};
