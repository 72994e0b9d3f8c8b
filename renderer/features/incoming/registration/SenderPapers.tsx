import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { dateOf } from '../../../app/format.ts';
import { procedureQuery } from '../../../app/query.ts';
import { incomingList } from '../queries.ts';

const SHOWN = 6;
/** The name is asked for once the typing has stopped; milliseconds. */
const SETTLE_AFTER = 250;

const senderNamed = (name: string) =>
  procedureQuery('incoming.completeSender', api.incoming.completeSender, { text: name.slice(0, 50) });

/** The last papers of the same sender: whether its numbers follow on one another is seen at a glance. */
export function SenderPapers({
  name,
  onOpen,
}: {
  readonly name: string;
  readonly onOpen: (id: string) => void;
}) {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [name]);
  const wanted = settled.trim();
  const senders = useQuery({ ...senderNamed(wanted), enabled: wanted !== '' }).data ?? [];
  const senderId = senders.find((sender) => sender.name === wanted)?.id;
  const { data } = useQuery({
    ...incomingList({
      filter: senderId === undefined ? {} : { senderId },
      sort: { key: 'receivedAt', direction: 'desc' },
      offset: 0,
      limit: SHOWN,
    }),
    enabled: senderId !== undefined,
  });
  if (senderId === undefined || data === undefined || data.rows.length === 0) return null;
  return (
    <>
      <h2 className="gwt-reg-side-title">{wanted}最近的来文</h2>
      <ul className="gwt-sender-papers">
        {data.rows.map((row) => (
          <li key={row.id}>
            <button type="button" tabIndex={-1} onClick={() => onOpen(row.id)} title={row.title}>
              <span className="gwt-nowrap">{row.documentNumber}</span>
              <span className="gwt-soft">{row.receivedAt === null ? '待签收' : dateOf(row.receivedAt)}</span>
              <span className="gwt-sender-title">{row.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
