import { useQuery } from '@tanstack/react-query';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { incomingList } from '../queries.ts';

const SHOWN = 5;

/** The last papers of the book, as one looks at the lines above the one being written. */
export function RecentlyRegistered({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { data } = useQuery(
    incomingList({ filter: {}, sort: { key: 'number', direction: 'desc' }, offset: 0, limit: SHOWN }),
  );
  const rows = (data?.rows ?? []).filter(({ number }) => number !== '');
  useHotKeys(
    rows.map((row, index) => ({
      keys: `$mod+${index + 1}`,
      shown: `Ctrl+${index + 1}`,
      label: `打开最近登记的第 ${index + 1} 件`,
      whileTyping: true,
      run: () => onOpen(row.id),
    })),
  );
  if (rows.length === 0) return null;
  return (
    <ol className="gwt-recent" aria-label="最近登记">
      {rows.map((row, index) => (
        <li key={row.id}>
          <button type="button" tabIndex={-1} title={row.title} onClick={() => onOpen(row.id)}>
            <kbd>Ctrl+{index + 1}</kbd>
            <span className="gwt-nowrap">{row.number}</span>
            <span className="gwt-recent-title">{row.title}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
