import { Radio } from 'antd';

export type Side = 'mine' | 'stored';

export interface ConflictRow<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  readonly mine: string;
  readonly stored: string;
  /** Why only the stored side can stand; said in place of a choice. */
  readonly settled?: string | undefined;
}

interface ConflictTableProps<Key extends string> {
  readonly rows: readonly ConflictRow<Key>[];
  readonly heads: { readonly mine: string; readonly stored: string };
  /** Without it the two sides are only shown. */
  readonly choice?: {
    readonly chosen: Readonly<Partial<Record<Key, Side>>>;
    readonly onChoose: (key: Key, side: Side) => void;
  };
}

const SIDES: readonly Side[] = ['mine', 'stored'];

/** What two versions of one thing differ in, field by field, both sides next to each other. */
export function ConflictTable<Key extends string>({ rows, heads, choice }: ConflictTableProps<Key>) {
  const firstOpen = rows.find(
    ({ key, settled }) => settled === undefined && choice?.chosen[key] === undefined,
  );
  return (
    <div className="gwt-conflict">
      <table>
        <thead>
          <tr>
            <th scope="col">要素</th>
            {SIDES.map((side) => (
              <th key={side} scope="col">
                {heads[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.settled === undefined ? null : <span className="gwt-conflict-why">{row.settled}</span>}
              </th>
              {SIDES.map((side) => (
                <td
                  key={side}
                  {...(choice !== undefined && side === 'mine' && row === firstOpen
                    ? { 'data-first': '' }
                    : {})}
                >
                  {choice === undefined ? (
                    row[side]
                  ) : (
                    <Radio
                      name={`conflict-${row.key}`}
                      aria-label={`${row.label}：${heads[side]}`}
                      disabled={row.settled !== undefined}
                      checked={(row.settled === undefined ? choice.chosen[row.key] : 'stored') === side}
                      onChange={() => choice.onChoose(row.key, side)}
                    >
                      {row[side] === '' ? <span className="gwt-soft">（空）</span> : row[side]}
                    </Radio>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
