import type { ImportState, LedgerPaper } from './ledger-paper.ts';

/** Words that stand for the values of the book in ledgers; `''` is none. */

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

export const SECRECY_WORDS: Words<LedgerPaper['secrecy']> = {
  '': ['无', '普通', '一般', '非密', '公开', '平', '/', '-', '—', '／'],
  内部: ['内部资料', '内部文件', '内部使用', '限内部'],
  工作秘密: ['工作密', '工秘'],
};

export const URGENCY_WORDS: Words<LedgerPaper['urgency']> = {
  平件: ['平', '普通', '一般', '常规', '普件', '无', '否', '/', '-', '—', '／'],
  加急: ['急', '急件', '紧急', '加急件', '较急', '是'],
  特急: ['特急件', '十分紧急'],
  平急: ['平急件'],
  特提: ['特提件'],
};

export const CHANNEL_WORDS: Words<LedgerPaper['channel']> = {
  邮寄: ['邮局', '邮政', '快递', 'EMS', '信函', '挂号', '挂号信', '邮件', '邮'],
  面交: ['直送', '送达', '专人', '专人送达', '当面', '自取', '现场', '面送', '送'],
  电子: ['OA', '网络', '邮箱', '电子邮件', '电子公文', '公文系统', '电子公文系统', '政务网', '网上', '系统'],
  传真: ['电传', 'FAX'],
  电话: ['来电', '电话通知'],
  机要: ['机要交换', '机要通信', '机要局', '交换', '交换站', '机要交换站', '机要件'],
};

export const STATE_SYNONYMS: Words<ImportState | ''> = {
  '': ['/', '-', '—'],
  registered: [
    '已登记',
    '登记',
    '在办',
    '办理中',
    '未办结',
    '未办',
    '承办中',
    '否',
    '待办',
    '未完成',
    '已签收',
    '初审中',
    '待拟办',
    '待批示',
    '待分办',
    '传阅中',
    '待答复',
    '挂起',
  ],
  closed: ['已办结', '办结', '已办', '办毕', '已完成', '完成', '已阅', '阅毕', '是', '√', '已结', '结'],
  archived: ['已归档', '归档', '已存档', '存档'],
};

/** As the book names them. */
export const STATE_NAMES_OF_IMPORT: Readonly<Record<ImportState | '', string>> = {
  '': '',
  registered: '已登记',
  closed: '已办结',
  archived: '已归档',
};
