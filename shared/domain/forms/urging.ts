import type { URGE_LEVELS } from '../flow-incoming.ts';
import { TABLE_WIDTH } from './declaration.ts';
import type { FormDeclaration } from './declaration.ts';
import { DAY, HISTORY, label, pair, whole, WIDE } from './parts.ts';

type UrgeLevel = (typeof URGE_LEVELS)[number];

/** The three levels go out under names of their own, from polite to firm. */
export const URGING_TITLES: Readonly<Record<UrgeLevel, string>> = {
  提醒: '办理提醒单',
  催办单: '催办通知单',
  约谈通报: '督促办理（约谈）通知单',
};

const NO = 14;
const DATE = 39;
const LEVEL = 24;
const METHOD = 20;

/** 催办通知单: what is to be done by whom, and room for the answer. The words are those of the urging itself. */
export const URGING: FormDeclaration = {
  name: '催办通知单',
  kinds: ['incoming', 'matter'],
  above: { left: '编号：{number}', right: '催办日期：{urgedOn}' },
  note: '请在办理情况栏如实填写并签名，及时退回办公室。',
  sections: [
    {
      rows: [
        whole('承办单位', 'urgeTarget', 10),
        whole('事　　项', 'title', 16),
        pair(['来文单位', 'senderName'], ['来文字号', 'documentNumber']),
        pair(['办理时限', 'dueOn'], ['催办方式', 'urgeMethod']),
        {
          minHeight: 52,
          cells: [
            label('催办\n内容'),
            { width: WIDE, value: 'urgeText', top: true, foot: ['（盖章）　　　　　', DAY] },
          ],
        },
        {
          minHeight: 62,
          grow: 1,
          cells: [
            label('办理\n情况'),
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
      ],
    },
    {
      heading: [
        { minHeight: 7, cells: [label('历次催办', TABLE_WIDTH)] },
        {
          minHeight: 7,
          cells: [
            label('次', NO),
            label('时间', DATE),
            label('级别', LEVEL),
            label('方式', METHOD),
            label('催办对象、应答', TABLE_WIDTH - NO - DATE - LEVEL - METHOD),
          ],
        },
      ],
      each: { list: 'urgings', perRow: 1, leastRows: 0 },
      notWhenEmpty: true,
      rows: [
        {
          minHeight: 7,
          cells: [
            { width: NO, entry: 'position', align: 'center' },
            { width: DATE, entry: 'at', align: 'center' },
            { width: LEVEL, entry: 'level', align: 'center' },
            { width: METHOD, entry: 'method', align: 'center' },
            { width: TABLE_WIDTH - NO - DATE - LEVEL - METHOD, entry: 'note' },
          ],
        },
      ],
    },
    HISTORY,
  ],
};
