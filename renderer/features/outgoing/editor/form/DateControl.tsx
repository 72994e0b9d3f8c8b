import { use, useEffect, useState } from 'react';
import { Button, Input, Space } from 'antd';
import { today } from '../../../../app/format.ts';
import { OwnFaultContext } from './own-fault.ts';
import { readDate } from './read-date.ts';

interface DateControlProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A date typed in any usual way; what was understood is shown on leaving. */
export function DateControl({ id, disabled, value, onChange }: DateControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && readDate(typed, today()) === null;
  const tellFault = use(OwnFaultContext);
  useEffect(() => {
    tellFault(wrong ? '没有这一天，请写成 2026-3-5 或 20260305。' : null);
  }, [tellFault, wrong]);
  const take = (text: string): void => {
    setTyped(text);
    const date = readDate(text, today());
    if (text.trim() === '') onChange(undefined);
    else if (date !== null) onChange(date);
  };
  return (
    <Space.Compact block>
      <Input
        id={id}
        disabled={disabled}
        value={typed ?? value ?? ''}
        placeholder="2026-3-5"
        status={wrong ? 'error' : ''}
        onChange={(event) => take(event.target.value)}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      <Button
        disabled={disabled}
        onClick={() => {
          setTyped(null);
          onChange(today());
        }}
      >
        今天
      </Button>
    </Space.Compact>
  );
}
