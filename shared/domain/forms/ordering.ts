import type { FormDeclaration } from './declaration.ts';
import { HISTORY, label, pair, whole, WIDE } from './parts.ts';

/** 交办单: what was ordered in its very words, who is to do it until when, and room to sign for it and to answer. */
export const ORDERING: FormDeclaration = {
  name: '交办单（承办单）',
  kinds: ['matter'],
  above: { left: '编号：{number}', right: '交办时间：{orderedAt}' },
  note: '本单随事项运转，办结后请连同办理结果退回办公室存档。',
  sections: [
    {
      rows: [
        pair(['交 办 人', 'orderedBy'], ['来　　源', 'orderSource']),
        pair(['密　　级', 'secrecy'], ['紧急程度', 'urgency']),
        whole('事　　项', 'title', 14),
        {
          minHeight: 34,
          grow: 1,
          cells: [label('交办\n原话'), { width: WIDE, value: 'orderWords', top: true }],
        },
        pair(['主　　办', 'lead'], ['会　　办', 'assists']),
        pair(['办理时限', 'dueOn'], ['是否答复', 'replyRequired']),
        {
          minHeight: 20,
          cells: [label('办理\n要求'), { width: WIDE, value: 'orderDemand', top: true }],
        },
        {
          minHeight: 22,
          cells: [
            label('承办\n签收'),
            {
              width: WIDE,
              value: 'acceptance',
              top: true,
              byHand: true,
              foot: ['签收人：　　　　　　　　年　　月　　日　　时'],
            },
          ],
        },
        {
          minHeight: 50,
          grow: 2,
          cells: [
            label('办理\n结果'),
            {
              width: WIDE,
              value: 'result',
              top: true,
              byHand: true,
              foot: ['承办部门负责人：　　　　　　　　年　　月　　日'],
            },
          ],
        },
        pair(['经 办 人', 'handlerName'], ['联系电话', 'handlerPhone']),
        whole('备　　注', 'remark'),
      ],
    },
    HISTORY,
  ],
};
