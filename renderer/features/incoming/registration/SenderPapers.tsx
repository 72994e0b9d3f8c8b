import { dateOf } from '../../../app/format.ts';
import type { SenderPapers as Papers } from './use-sender-papers.ts';

interface SenderPapersProps extends Papers {
  readonly onOpen: (id: string) => void;
}

/** The last papers of the same sender: whether its numbers follow on one another is seen at a glance. */
export function SenderPapers({ sender, papers, onOpen }: SenderPapersProps) {
  if (papers.length === 0) return null;
  return (
    <>
      <h2 className="gwt-reg-side-title">{sender}最近的来文</h2>
      <ul className="gwt-sender-papers">
        {papers.map((row) => (
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
