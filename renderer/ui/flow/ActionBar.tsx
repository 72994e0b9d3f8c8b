import { useState } from 'react';
import { Button } from 'antd';
import { useHotKeys } from '../../app/hot-keys.ts';
import type { FlowStep } from './flow-field.ts';

interface ActionBarProps {
  readonly steps: readonly FlowStep[];
  readonly onChoose: (step: FlowStep) => void;
  readonly disabled?: boolean;
  /** Said where no step is possible. */
  readonly empty: string;
}

const MORE_KEY = '0';
const MAX_DIGIT = 9;

/** The steps that may be taken now, in the order of the flow: 1–9 take them, 0 opens those seldom taken. */
export function ActionBar({ steps, onChoose, disabled = false, empty }: ActionBarProps) {
  const [more, setMore] = useState(false);
  const usual = steps.filter(({ rare }) => !rare);
  const rare = steps.filter((step) => step.rare);
  // The digits belong to one group at a time.
  const numbered = (more ? rare : usual).slice(0, MAX_DIGIT);
  const choose = (step: FlowStep): void => {
    setMore(false);
    if (!disabled) onChoose(step);
  };
  useHotKeys([
    ...numbered.map((step, index) => ({
      keys: String(index + 1),
      shown: String(index + 1),
      label: step.label,
      whileTyping: false,
      run: () => choose(step),
    })),
    ...(rare.length === 0
      ? []
      : [
          {
            keys: MORE_KEY,
            shown: MORE_KEY,
            label: more ? '收起更多操作' : '更多操作',
            whileTyping: false,
            run: () => setMore(!more),
          },
        ]),
  ]);
  const button = (step: FlowStep, digit: number | null) => (
    <Button
      key={step.key}
      type={step.likely ? 'primary' : 'default'}
      disabled={disabled}
      title={step.byLeave ? '须经主任批准' : undefined}
      onClick={() => choose(step)}
    >
      {digit === null ? null : (
        <span className="gwt-step-key" aria-hidden="true">
          {digit}
        </span>
      )}
      {step.label}
    </Button>
  );
  const digitOf = (step: FlowStep): number | null => {
    const index = numbered.indexOf(step);
    return index === -1 ? null : index + 1;
  };
  return (
    <div className="gwt-steps" role="group" aria-label="下一步">
      {usual.length === 0 ? <p className="gwt-soft">{empty}</p> : null}
      {usual.map((step) => button(step, digitOf(step)))}
      {rare.length === 0 ? null : (
        <Button type="text" aria-expanded={more} onClick={() => setMore(!more)}>
          <span className="gwt-step-key" aria-hidden="true">
            {MORE_KEY}
          </span>
          {more ? '收起' : '更多…'}
        </Button>
      )}
      {more ? (
        <div className="gwt-steps-more" role="group" aria-label="更多操作">
          {rare.map((step) => button(step, digitOf(step)))}
        </div>
      ) : null}
    </div>
  );
}
