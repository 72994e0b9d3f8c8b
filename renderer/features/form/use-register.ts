import { useEffect, useEffectEvent, useState } from 'react';
import type { RegisterSize } from '../../../shared/domain/forms/registers.ts';
import type { ExportSource } from '../../../shared/features/exchange-export.ts';
import { api, isCancelled, messageOf } from '../../app/api.ts';
import type { FormJob } from './use-form-job.ts';

export interface MadeRegister {
  /** Name under which the engine has its pages. */
  readonly job: string;
  readonly entries: number;
  readonly pages: number;
  readonly workSecrets: number;
}

/** The register of a list, laid out when it is first shown and again when its size is changed. */
export function useRegister(
  source: ExportSource,
  size: RegisterSize,
  scope: string,
  job: FormJob,
): { readonly made: MadeRegister | null; readonly error: string | null } {
  const [made, setMade] = useState<MadeRegister | null>(null);
  const [error, setError] = useState<string | null>(null);
  const prepare = useEffectEvent(async (name: string, isWanted: () => boolean) => {
    setMade(null);
    setError(null);
    try {
      const answer = await job.start(
        '正在取登记内容',
        (own) => api.form.prepareRegister({ job: own, source, size, scope }),
        name,
      );
      if (isWanted()) setMade({ job: name, ...answer });
    } catch (failure) {
      if (isWanted()) setError(isCancelled(failure) ? '已停止，登记簿没有排完。' : messageOf(failure));
    }
  });
  useEffect(() => {
    const name = crypto.randomUUID();
    let wanted = true;
    void prepare(name, () => wanted);
    return () => {
      wanted = false;
      void api.form.cancelJob({ job: name }).catch(() => undefined);
      void api.form.releaseRegister({ job: name }).catch(() => undefined);
    };
  }, [size]);
  return { made, error };
}
