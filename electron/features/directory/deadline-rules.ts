import { URGENCIES } from '../../../shared/domain/flow-incoming.ts';
import { deadlineRulesSchema } from '../../../shared/features/directory.ts';
import type { DeadlineRules } from '../../../shared/features/directory.ts';
import type { Reader } from '../../db/schema.ts';
import { readSetting, writeSetting } from '../../db/settings.ts';
import type { Change } from '../../db/transaction.ts';

const SETTING = 'deadline.rules';

/** Off: 条例 sets no days; what an office usually takes is offered when it turns the table on. */
const DEFAULT: DeadlineRules = {
  enabled: false,
  workdays: { 平件: 10, 加急: 3, 特急: 1, 平急: 10, 特提: 1 },
};

/** 单位默认时限表: workdays proposed by 急缓. */
export async function readDeadlineRules(read: Reader): Promise<DeadlineRules> {
  const value = await readSetting(read, SETTING);
  return value === undefined ? DEFAULT : deadlineRulesSchema.parse(value);
}

export async function saveDeadlineRules(change: Change, rules: DeadlineRules): Promise<DeadlineRules> {
  const words = URGENCIES.map((urgency) => `${urgency}${rules.workdays[urgency] ?? '—'}`).join('、');
  await writeSetting(
    change,
    SETTING,
    rules,
    rules.enabled ? `启用单位默认时限（工作日）：${words}` : '停用单位默认时限',
  );
  return rules;
}
