import { Link } from '@tanstack/react-router';
import type { Overview } from './overview.ts';

const LIGHTS = [
  { key: 'overdue', shape: '■', word: '逾期', tone: 'gwt-due-overdue' },
  { key: 'today', shape: '◆', word: '今天到期', tone: 'gwt-due-today' },
  { key: 'soon', shape: '▲', word: '临近', tone: 'gwt-due-soon' },
] as const;

/** Overdue in red, today and soon in yellow, over 收文 and 承办件: shape, colour and word. */
export function DeskDue({ due }: { readonly due: Overview['due'] | undefined }) {
  return (
    <ul className="gwt-desk-due" aria-label="时限">
      {LIGHTS.map(({ key, shape, word, tone }) => {
        const incoming = due?.incoming[key] ?? 0;
        const matter = due?.matter[key] ?? 0;
        const total = incoming + matter;
        return (
          <li key={key}>
            <span className={total === 0 ? 'gwt-soft' : `gwt-light ${tone}`}>
              <span aria-hidden="true">{shape}</span> {word} <strong>{total}</strong> 件
            </span>
            {total === 0 ? null : (
              <span className="gwt-desk-due-parts">
                <Link to="/incoming" search={{ due: key }}>
                  收文 {incoming}
                </Link>
                <Link to="/matter" search={key === 'soon' ? {} : { view: key }}>
                  承办件 {matter}
                </Link>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
