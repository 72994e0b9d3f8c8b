import { Button } from 'antd';
import { GENRE_FACTS } from '../../../../../shared/gongwen/genres.ts';
import { useElements } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { RowsControl } from './RowsControl.tsx';

/** 签发人; in joint 上行文 one of every body (GB/T 9704-2012 7.2.6). */
export function SignatoriesControl({ store, disabled }: ControlProps) {
  const { genre, signatories, issuers } = useElements(store);
  const joint = issuers.length > 1;
  const missing = issuers.filter((issuer) => !signatories.some((row) => row.issuer === issuer));
  const fresh = joint && missing[0] !== undefined ? { issuer: missing[0] } : {};
  // Where the 文种 needs one, a row stands open at once; it enters the document with its first character.
  const expected = GENRE_FACTS[genre].signatories === 'always' && !disabled;
  return (
    <>
      <RowsControl
        label="签发人"
        disabled={disabled}
        rows={signatories.length === 0 && expected ? [fresh] : signatories}
        columns={[
          { key: 'name', label: '姓名' },
          // Whose signatory it is matters only when several bodies issue together.
          ...(joint ? [{ key: 'issuer', label: '所属机关', choices: issuers }] : []),
        ]}
        fresh={fresh}
        onChange={(rows) =>
          store.update({
            signatories: rows.map(({ name = '', issuer }) => (issuer ? { name, issuer } : { name })),
          })
        }
      />
      {!joint || missing.length === 0 || disabled ? null : (
        <Button
          type="link"
          className="gwt-link"
          onClick={() =>
            store.update({
              signatories: [...signatories, ...missing.map((issuer) => ({ name: '', issuer }))],
            })
          }
        >
          各机关各列一行（还缺 {missing.length} 个）
        </Button>
      )}
    </>
  );
}
