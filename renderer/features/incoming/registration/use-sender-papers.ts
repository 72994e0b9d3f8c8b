import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { IncomingListRow } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { procedureQuery } from '../../../app/query.ts';
import { incomingList } from '../queries.ts';

const SHOWN = 6;
/** The name is asked for once the typing has stopped; milliseconds. */
const SETTLE_AFTER = 250;
const NONE: readonly IncomingListRow[] = [];

const senderNamed = (name: string) =>
  procedureQuery('incoming.completeSender', api.incoming.completeSender, { text: name.slice(0, 50) });

export interface SenderPapers {
  readonly sender: string;
  /** The newest first. */
  readonly papers: readonly IncomingListRow[];
}

/** The last papers of a sending unit that is in the book. */
export function useSenderPapers(name: string): SenderPapers {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [name]);
  const sender = settled.trim();
  const senders = useQuery({ ...senderNamed(sender), enabled: sender !== '' }).data ?? [];
  const senderId = senders.find((one) => one.name === sender)?.id;
  const { data } = useQuery({
    ...incomingList({
      filter: senderId === undefined ? {} : { senderId },
      sort: { key: 'receivedAt', direction: 'desc' },
      offset: 0,
      limit: SHOWN,
    }),
    enabled: senderId !== undefined,
  });
  return { sender, papers: senderId === undefined ? NONE : (data?.rows ?? NONE) };
}
