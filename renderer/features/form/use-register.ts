import { useEffect, useEffectEvent, useState } from 'react';
import type { RegisterSize } from '../../../shared/domain/forms/registers.ts';
import type { ExportSource } from '../../../shared/features/exchange-export.ts';
import { api, isCancelled, messageOf } from '../../app/api.ts';
import type { Job } from '../../app/use-job.ts';

export interface MadeRegister {
  /** Name under which the engine has its pages. */
  readonly job: string;
  readonly entries: number;
  readonly pages: number;
  readonly workSecrets: number;
}

/** The register of a list, laid out when it is first shown and again when its size is changed. */
export function useRegister(source: ExportSource, size: RegisterSize, scope: string, job: Job): Outcome {
  const [done, setDone] = useState<Done | null>(null);
  const prepare = useEffectEvent(async (name: string, of: RegisterSize, isWanted: () => boolean) => {
    try {
      const answer = await job.start(
        '正在取登记内容',
        (own) => api.form.prepareRegister({ job: own, source, size: of, scope }),
        { job: name },
      );
      if (isWanted()) setDone({ size: of, made: { job: name, ...answer }, error: null });
    } catch (failure) {
      const error = isCancelled(failure) ? '已停止，登记簿没有排完。' : messageOf(failure);
      if (isWanted()) setDone({ size: of, made: null, error });
    }
  });
  useEffect(() => {
    const name = crypto.randomUUID();
    let wanted = true;
    const timer = setTimeout(() => void prepare(name, size, () => wanted), 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
      void api.form.cancelJob({ job: name }).catch(() => undefined);
      void api.form.releaseRegister({ job: name }).catch(() => undefined);
    };
  }, [size]);
  return done?.size === size ? done : NOTHING;
}

interface Outcome {
  readonly made: MadeRegister | null;
  readonly error: string | null;
}
interface Done extends Outcome {
  readonly size: RegisterSize;
}
const NOTHING: Outcome = { made: null, error: null };
