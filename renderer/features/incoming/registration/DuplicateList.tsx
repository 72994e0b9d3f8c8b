import { dateOf } from '../../../app/format.ts';
import type { Duplicate } from './use-duplicates.ts';

interface DuplicateListProps {
  readonly found: readonly Duplicate[];
  readonly onOpen: (id: string) => void;
}

/** The papers already in the book, with what they have in common with the one on the table. */
export function DuplicateList({ found, onOpen }: DuplicateListProps) {
  return (
    <ul className="gwt-duplicates">
      {found.map((paper) => (
        <li key={paper.id}>
          <button type="button" onClick={() => onOpen(paper.id)}>
            <strong>{paper.number === '' ? '待签收' : paper.number}</strong>
            <span className="gwt-mark">{whyOf(paper)}</span>
            <span className="gwt-soft">{paper.receivedAt === null ? '' : dateOf(paper.receivedAt)}</span>
            <span className="gwt-duplicate-title">{paper.title}</span>
            <span className="gwt-soft">
              {paper.senderName}　{paper.documentNumber}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function whyOf({ why, likeness }: Duplicate): string {
  if (why === 'number') return '同单位同文号';
  return likeness === 1 ? '标题相同' : '标题相近';
}
