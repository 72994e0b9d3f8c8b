import { useRef, useState } from 'react';
import { api } from '../../../app/api.ts';
import type { Registration } from './registration.ts';

export type Duplicate = Awaited<ReturnType<typeof api.incoming.findDuplicates>>[number];

const NONE: readonly Duplicate[] = [];

/** Papers in the book that may be the one on the table; asked when the number or the title is left, and before saving. */
export function useDuplicates(exceptId: string | undefined) {
  const [found, setFound] = useState<readonly Duplicate[]>(NONE);
  const asked = useRef('');

  const ask = async (
    values: Pick<Registration, 'senderName' | 'documentNumber' | 'title'>,
  ): Promise<readonly Duplicate[]> => {
    const paper = {
      senderName: values.senderName.slice(0, 100),
      documentNumber: values.documentNumber.slice(0, 60),
      title: values.title.slice(0, 300),
      ...(exceptId === undefined ? {} : { exceptId }),
    };
    const key = JSON.stringify(paper);
    asked.current = key;
    // Without an answer the paper can be registered all the same; the failure is in the log.
    const duplicates = await api.incoming.findDuplicates(paper).catch(() => NONE);
    if (asked.current === key) setFound(duplicates);
    return duplicates;
  };
  const forget = (): void => {
    asked.current = '';
    setFound(NONE);
  };
  return { found, ask, forget };
}
