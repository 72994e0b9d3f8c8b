import type { Format, Genre } from './model.ts';

/**
 * The fifteen 文种 as data. `purpose` follows 《党政机关公文处理工作条例》第八条; direction, usual format and
 * closing sentence are common practice (实务), not the standard's word, and must not be shown as such.
 */

/** 上行 · 下行 · 平行 · 公布 (no receiver). */
export type Direction = 'up' | 'down' | 'level' | 'public';

export interface GenreFacts {
  /** The usual directions, the most usual first. */
  readonly directions: readonly Direction[];
  readonly format: Format;
  /** Whether 主送机关 are usual: always, sometimes, never. */
  readonly addressees: 'always' | 'sometimes' | 'never';
  /** Whether 签发人 belong in the header: always for 上行文 (条例第九条), sometimes for 意见. */
  readonly signatories: 'always' | 'sometimes' | 'never';
  /** The one receiver of 上行文 (条例第十五条). */
  readonly singleAddressee: boolean;
  /** Usual closing sentences, the most usual first; practice (实务). */
  readonly closings: readonly string[];
  /** What it is for, one line for the drafter. */
  readonly purpose: string;
}

const facts = (
  directions: readonly Direction[],
  purpose: string,
  closings: readonly string[] = [],
  rest: Partial<GenreFacts> = {},
): GenreFacts => ({
  directions,
  format: 'document',
  addressees: 'always',
  signatories: 'never',
  singleAddressee: false,
  closings,
  purpose,
  ...rest,
});

export const GENRE_FACTS: Readonly<Record<Genre, GenreFacts>> = {
  决议: facts(['down', 'public'], '发布会议讨论通过的重大决策事项', [], { addressees: 'never' }),
  决定: facts(['down'], '对重要事项作出决策和部署、奖惩、变更或者撤销下级决定事项', ['特此决定。'], {
    addressees: 'sometimes',
  }),
  '命令（令）': facts(['down', 'public'], '公布法规和规章、宣布重大强制性措施、授予衔级、嘉奖', [], {
    format: 'order',
    addressees: 'never',
  }),
  公报: facts(['public'], '公布重要决定或者重大事项', [], { addressees: 'never' }),
  公告: facts(['public'], '向国内外宣布重要事项或者法定事项', ['特此公告。'], { addressees: 'never' }),
  通告: facts(['public'], '在一定范围内公布应当遵守或者周知的事项', ['特此通告。'], { addressees: 'never' }),
  意见: facts(['down', 'up', 'level'], '对重要问题提出见解和处理办法', [], { signatories: 'sometimes' }),
  通知: facts(['down', 'level'], '发布、传达要求执行或者周知的事项，批转、转发公文', ['特此通知。']),
  通报: facts(['down'], '表彰先进、批评错误、传达重要精神、告知重要情况', ['特此通报。'], {
    addressees: 'sometimes',
  }),
  报告: facts(['up'], '向上级机关汇报工作、反映情况、回复询问', ['特此报告。'], {
    signatories: 'always',
    singleAddressee: true,
  }),
  请示: facts(
    ['up'],
    '向上级机关请求指示、批准',
    ['妥否，请批示。', '当否，请批示。', '以上请示，请予批准。'],
    {
      signatories: 'always',
      singleAddressee: true,
    },
  ),
  批复: facts(['down'], '答复下级机关请示事项', ['此复。'], { singleAddressee: false }),
  议案: facts(['level'], '各级人民政府按照法律程序向同级人大或者其常委会提请审议事项', [
    '现提请审议。',
    '请审议。',
  ]),
  函: facts(
    ['level'],
    '不相隶属机关之间商洽工作、询问和答复问题、请求批准和答复审批事项',
    ['特此函达。', '请予函复。', '特此函复。', '专此函复。'],
    { format: 'letter' },
  ),
  纪要: facts(['down', 'level'], '记载会议主要情况和议定事项', [], {
    format: 'minutes',
    addressees: 'never',
  }),
};

/** Titles often end in these although they are not among the fifteen; with what to use instead. */
export const NOT_A_GENRE: Readonly<Record<string, string>> = {
  方案: '以“通知”印发',
  办法: '以“通知”印发或以“令”公布',
  规定: '以“通知”印发或以“令”公布',
  细则: '以“通知”印发',
  制度: '以“通知”印发',
  计划: '以“通知”印发',
  要点: '以“通知”印发',
  规划: '以“通知”印发',
  预案: '以“通知”印发',
  总结: '用“报告”',
  汇报: '用“报告”',
  申请: '用“请示”',
  公示: '用“公告”或“通告”',
  倡议书: '以“通知”印发',
  复函: '文种为“函”',
  请示报告: '“请示”和“报告”不能叠用',
};
