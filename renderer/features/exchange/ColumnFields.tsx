import { Button, Input, InputNumber } from 'antd';
import type { InputRef } from 'antd';
import type { Ref } from 'react';
import { moved } from './layout-columns.ts';
import type { ColumnChoice } from './layout-columns.ts';

interface ColumnFieldsProps {
  readonly choices: readonly ColumnChoice[];
  readonly active: number;
  readonly headingRef: Ref<InputRef>;
  readonly onActive: (index: number) => void;
  readonly onChange: (choices: ColumnChoice[]) => void;
}

/** Heading, width and place of the column that is looked at. */
export function ColumnFields({ choices, active, headingRef, onActive, onChange }: ColumnFieldsProps) {
  const column = choices[active];
  if (column === undefined) return null;
  const set = (part: Partial<ColumnChoice>): void =>
    onChange(choices.map((choice, index) => (index === active ? { ...choice, ...part } : choice)));
  const move = (step: -1 | 1): void => {
    onChange(moved(choices, active, step));
    onActive(Math.max(0, Math.min(active + step, choices.length - 1)));
  };
  return (
    <fieldset className="gwt-column-fields">
      <legend>第 {active + 1} 列</legend>
      <label htmlFor="gwt-column-heading">列名</label>
      <Input
        id="gwt-column-heading"
        ref={headingRef}
        value={column.heading}
        maxLength={30}
        onChange={(event) => set({ heading: event.target.value })}
      />
      <label htmlFor="gwt-column-width">列宽</label>
      <span>
        <InputNumber
          id="gwt-column-width"
          min={2}
          max={100}
          value={column.width}
          onChange={(width) => set({ width: width ?? column.width })}
        />
        <span className="gwt-soft">　字符</span>
      </span>
      <span />
      <span className="gwt-column-moves">
        <Button disabled={active === 0} onClick={() => move(-1)}>
          上移
        </Button>
        <Button disabled={active === choices.length - 1} onClick={() => move(1)}>
          下移
        </Button>
      </span>
    </fieldset>
  );
}
