import { MATTER_SOURCE_NAMES } from '../../../shared/domain/flow-matter.ts';
import type { MatterDetail } from '../../../shared/features/matter.ts';
import { momentText } from '../../../shared/domain/forms/register-entry.ts';
import { numberedCode } from '../../../shared/domain/item-code.ts';
import type { Ctx } from '../context.ts';
import { readMatterDetail } from '../links-form.ts';
import type { FormItem } from './form-item.ts';
import { handlerOf } from './people.ts';
import { resultText } from './result-text.ts';
import { asUrgeLevel, urgeWords, urgingEntries } from './urge-words.ts';
import { dayInWords, dayOf, withPerson } from './words.ts';

/** A 承办件 for its forms. @throws AppError NOT_FOUND */
export async function matterItem(ctx: Ctx, id: string): Promise<FormItem> {
  const item = await readMatterDetail(ctx.read, id);
  const { year, serial } = await ctx.read
    .selectFrom('matter')
    .select(['year', 'serial'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const last = item.urgings.at(-1);
  const current = item.assignments.filter(({ status }) => status === 'active' || status === 'reported');
  const lead = current.find(({ role }) => role === 'lead');
  const assists = current.filter(({ role }) => role === 'assist');
  return {
    kind: 'matter',
    id,
    number: item.number,
    title: item.title,
    code: numberedCode('matter', year, serial),
    workSecret: item.secrecy === '工作秘密',
    voided: item.state === 'voided',
    // What is most likely wanted comes first.
    forms: item.state === 'handling' && last !== undefined ? ['urging', 'ordering'] : ['ordering', 'urging'],
    record: {
      texts: {
        number: item.number,
        title: item.title,
        senderName: `${item.orderedBy}（${MATTER_SOURCE_NAMES[item.source]}）`,
        documentNumber: '',
        secrecy: item.secrecy,
        urgency: item.urgency,
        dueOn: dayInWords(item.dueOn),
        replyRequired: item.replyRequired ? '要求答复' : '不要求答复',
        orderedBy: item.orderedBy,
        orderedAt: `${dayInWords(item.orderedOn)} ${item.orderedTime}`.trim(),
        orderSource: MATTER_SOURCE_NAMES[item.source],
        orderWords: item.words,
        orderDemand: demandOf(item),
        lead: lead === undefined ? item.leadName : withPerson(lead.departmentName, lead.personName),
        assists: assists.map((each) => withPerson(each.departmentName, each.personName)).join('、'),
        acceptance: current
          .filter(({ acceptedAt }) => acceptedAt !== null)
          .map(
            (each) => `${each.departmentName}：${each.acceptedBy}，${momentText(each.acceptedAt ?? 0)}签收`,
          )
          .join('\n'),
        result: resultText({ ...item, replyNumber: '' }, assists),
        remark: item.remark,
        ...(await handlerOf(ctx)),
        urgeTarget: item.leadName,
        urgeMethod: last?.method ?? '',
        urgedOn: dayInWords(dayOf(last?.at ?? ctx.services.now())),
      },
      opinions: {},
      lists: {
        urgings: urgingEntries(item.urgings),
      },
    },
    lastUrgeLevel: asUrgeLevel(last?.level),
    urgeText: await urgeWords(ctx, { ...item, target: item.leadName, toRead: false, document: false }),
  };
}

/** What is asked of those who do it, in the words of the sheet. */
function demandOf({ dueOn, orderedBy, replyRequired, urgency }: MatterDetail): string {
  const until = dueOn === null ? '请抓紧办理' : `请于${dayInWords(dueOn)}前办结`;
  const asks = [
    `${urgency === '平件' ? '' : `${urgency}：`}${until}，办理结果填入本单退回办公室；不能按期办结的，请提前说明原因并申请延期。`,
  ];
  if (replyRequired) asks.push(`办结后须答复交办人（${orderedBy}），请一并提供可供答复的情况。`);
  return asks.join('\n');
}
