import { MATTER_SOURCE_NAMES } from '../../../shared/domain/flow-matter.ts';
import { momentText } from '../../../shared/domain/forms/register-entry.ts';
import { numberedCode } from '../../../shared/domain/item-code.ts';
import type { Ctx } from '../context.ts';
import { readMatterDetail } from '../links-form.ts';
import type { FormItem } from './form-item.ts';
import { handlerOf } from './people.ts';
import { asUrgeLevel, urgeWords } from './urge-words.ts';
import { dayInWords, dayOf } from './words.ts';

/** A 承办件 for its forms. @throws AppError NOT_FOUND */
export async function matterItem(ctx: Ctx, id: string): Promise<FormItem> {
  const item = await readMatterDetail(ctx.read, id);
  const { year, serial } = await ctx.read
    .selectFrom('matter')
    .select(['year', 'serial'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const last = item.urgings.at(-1);
  return {
    kind: 'matter',
    id,
    number: item.number,
    title: item.title,
    code: numberedCode('matter', year, serial),
    workSecret: item.secrecy === '工作秘密',
    voided: item.state === 'voided',
    forms: ['urging'],
    record: {
      texts: {
        number: item.number,
        title: item.title,
        senderName: `${item.orderedBy}（${MATTER_SOURCE_NAMES[item.source]}）`,
        documentNumber: '',
        secrecy: item.secrecy,
        urgency: item.urgency,
        dueOn: dayInWords(item.dueOn),
        lead: item.leadName,
        assists: item.assistNames,
        result: item.result,
        remark: item.remark,
        ...(await handlerOf(ctx)),
        urgeTarget: item.leadName,
        urgeMethod: last?.method ?? '',
        urgedOn: dayInWords(dayOf(last?.at ?? ctx.services.now())),
      },
      opinions: {},
      lists: {
        urgings: item.urgings.map((urging, index) => ({
          position: String(index + 1),
          at: momentText(urging.at),
          level: urging.level,
          method: urging.method,
          note: [
            urging.target,
            urging.note,
            ...urging.answers.map(({ personName, text }) => `${personName}答：${text}`),
          ]
            .filter((part) => part !== '')
            .join('；'),
        })),
      },
    },
    lastUrgeLevel: asUrgeLevel(last?.level),
    urgeText: await urgeWords(ctx, { ...item, target: item.leadName, toRead: false, document: false }),
  };
}
