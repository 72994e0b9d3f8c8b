import { useState } from 'react';
import { Alert, Button, InputNumber } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { messageOf } from '../../app/api.ts';
import { FormPages } from './FormPages.tsx';
import { registerPages } from './queries.ts';
import type { MadeRegister } from './use-register.ts';

interface RegisterPreviewProps {
  readonly made: MadeRegister;
  /** Pages shown together: two facing ones, or one. */
  readonly step: number;
  readonly chosen: readonly number[] | null;
}

/** A register of any length, two facing pages at a time. */
export function RegisterPreview({ made, step, chosen }: RegisterPreviewProps) {
  const [at, setAt] = useState(1);
  const last = Math.max(1, made.pages - ((made.pages - 1) % step));
  const first = Math.min(at, last);
  const to = Math.min(first + step - 1, made.pages);
  const shown = useQuery({ ...registerPages(made.job, first, to), placeholderData: keepPreviousData });
  const turn = (page: number): void => {
    const whole = Math.min(Math.max(1, page), made.pages);
    setAt(whole - ((whole - 1) % step));
  };
  return (
    <div className="gwt-form-stack">
      {shown.error === null ? null : <Alert type="error" showIcon title={messageOf(shown.error)} />}
      <FormPages pages={shown.data?.pages ?? []} chosen={chosen} />
      <div className="gwt-form-turn" role="group" aria-label="翻页">
        <Button disabled={first <= 1} onClick={() => turn(first - step)}>
          上一页
        </Button>
        <Button disabled={to >= made.pages} onClick={() => turn(first + step)}>
          下一页
        </Button>
        <span>
          第{' '}
          <InputNumber
            aria-label="页码"
            size="small"
            min={1}
            max={made.pages}
            precision={0}
            value={first}
            onChange={(page) => turn(page ?? 1)}
          />{' '}
          页，共 {made.pages} 页，{made.entries} 件
        </span>
      </div>
    </div>
  );
}
