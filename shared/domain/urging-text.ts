import { formatChineseDate } from '../gongwen/chinese-date.ts';
import type { URGE_LEVELS } from './flow-incoming.ts';

export type UrgeLevel = (typeof URGE_LEVELS)[number];

/** What an urging is about. */
export interface Urging {
  readonly level: UrgeLevel;
  readonly title: string;
  /** 收〔2026〕0001, 承〔2026〕0001; empty when there is none. */
  readonly number: string;
  /** 承办单位 or people, as they are addressed: 工程科; several joined by 、. */
  readonly target: string;
  /** `YYYY-MM-DD`; null when no deadline was set. */
  readonly dueOn: string | null;
  /** Workdays since the deadline; negative: so many are left, 0: due now. Null when it cannot be said. */
  readonly overdueDays: number | null;
  readonly officeName: string;
  /** 传阅 is urged to be read, everything else to be done. */
  readonly purpose?: 'handle' | 'read';
  /** A paper is named in 《》, an order in its words in “”. */
  readonly document?: boolean;
  /** 工作秘密 does not go into a chat: the number stands for the title. */
  readonly withoutTitle?: boolean;
}

/**
 * The text of an urging to paste into a chat: three levels from polite to firm. It states only what is known: no
 * deadline where none was set, no number of days that was not reckoned.
 */
export function urgingText(urging: Urging): string {
  const { target, officeName } = urging;
  const sign = officeName === '' ? [] : [officeName];
  return [`${MARKS[urging.level]}${target}：`, TEXTS[urging.level](urging), ...sign].join('\n');
}

const MARKS: Readonly<Record<UrgeLevel, string>> = {
  提醒: '【提醒】',
  催办单: '【催办】',
  约谈通报: '【约谈通报】',
};

const TEXTS: Readonly<Record<UrgeLevel, (urging: Urging) => string>> = {
  提醒: (urging) =>
    isToRead(urging)
      ? `您好！${nameOf(urging)}正在传阅${dueOf(urging)}。请及时阅签，阅后请退回办公室。谢谢！`
      : `您好！${nameOf(urging)}由${target(urging)}承办${dueOf(urging)}。请抓紧办理，办结后及时反馈结果。谢谢！`,
  催办单: (urging) =>
    isToRead(urging)
      ? `${nameOf(urging)}送阅后至今没有阅签${dueOf(urging)}。请尽快阅签并退回办公室；因故不能及时阅签的，请告知办公室先送他人。`
      : `${nameOf(urging)}由${target(urging)}承办${dueOf(urging)}，至今没有收到办理结果。请立即办理，并向办公室反馈进展；确有困难、不能按期办结的，请书面说明原因，按程序申请延期。`,
  约谈通报: (urging) => {
    const name = nameOf(urging);
    if (isToRead(urging))
      return `${name}送阅后至今没有阅签${dueOf(urging)}，已影响文件办理。请收到后立即阅签并退回办公室，并说明原因。`;
    return isOverdue(urging)
      ? `${name}由${target(urging)}承办${dueOf(urging)}，至今没有办结，现予通报，并约请负责人说明情况。请立即办理，书面报送未按期办结的原因、补救措施和完成时间。`
      : `${name}由${target(urging)}承办${dueOf(urging)}，至今没有收到办理结果，现约请负责人说明情况。请务必按期办结，并书面报送办理进展和完成时间。`;
  },
};

const isToRead = ({ purpose }: Urging) => purpose === 'read';
const isOverdue = ({ overdueDays }: Urging) => overdueDays !== null && overdueDays > 0;
const target = (urging: Urging) => urging.target;

/** 《关于转发〈…〉的通知》（收〔2026〕0001）; book marks within book marks are single (GB/T 15834-2011 4.15.3). */
function nameOf({ title, number, document = true, withoutTitle = false }: Urging): string {
  if (withoutTitle) return number === '' ? '有关文件' : `${number}号${document ? '文件' : '事项'}`;
  const name = document
    ? `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
    : `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
  return number === '' ? name : `${name}（${number}）`;
}

function dueOf({ dueOn, overdueDays, purpose }: Urging): string {
  if (dueOn === null) return '';
  const due = `，${purpose === 'read' ? '传阅' : '办理'}时限为${formatChineseDate(dueOn)}`;
  if (overdueDays === null) return due;
  if (overdueDays > 0) return `${due}，已逾期${overdueDays}个工作日`;
  return overdueDays === 0 ? `${due}，现已到期` : `${due}，还有${-overdueDays}个工作日`;
}
