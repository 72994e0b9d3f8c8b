import { useState } from 'react';
import { Button, Checkbox, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { URGENCIES } from '../../../shared/domain/flow-incoming.ts';
import type { DeadlineRules } from '../../../shared/features/directory.ts';
import { api } from '../../app/api.ts';
import { useAttempt } from '../settings/use-attempt.ts';
import { deadlineRules } from './queries.ts';

/** 单位默认时限: what is proposed when nobody has set a deadline. */
export function DeadlineSection() {
  const stored = useQuery(deadlineRules()).data;
  const [edited, setEdited] = useState<DeadlineRules | null>(null);
  const attempt = useAttempt();
  const rules = edited ?? stored;
  if (rules === undefined) return null;
  const save = async (): Promise<void> => {
    const saved = await attempt(async () => {
      await api.directory.saveDeadlineRules(rules);
      return '已保存。';
    });
    if (saved) setEdited(null);
  };
  return (
    <>
      <p className="gwt-soft">
        条例没有规定办理天数。来文、批示都没有写明时限时，可按本单位的规定提出建议，由经办人确认；不启用就不提。
      </p>
      <p>
        <Checkbox
          checked={rules.enabled}
          onChange={(event) => setEdited({ ...rules, enabled: event.target.checked })}
        >
          启用本单位默认时限
        </Checkbox>
      </p>
      <dl className="gwt-facts">
        {URGENCIES.map((urgency) => (
          <div key={urgency} className="gwt-facts-row">
            <dt>
              <label htmlFor={`gwt-deadline-${urgency}`}>{urgency}</label>
            </dt>
            <dd>
              <InputNumber
                id={`gwt-deadline-${urgency}`}
                disabled={!rules.enabled}
                min={1}
                max={365}
                precision={0}
                value={rules.workdays[urgency]}
                onChange={(value) =>
                  setEdited({ ...rules, workdays: { ...rules.workdays, [urgency]: value } })
                }
              />{' '}
              个工作日
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Button type="primary" disabled={edited === null} onClick={() => void save()}>
          保存
        </Button>
      </p>
    </>
  );
}
