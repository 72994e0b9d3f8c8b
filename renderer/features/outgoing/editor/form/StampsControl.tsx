import { useElements } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { RowsControl } from './RowsControl.tsx';
import { SealPicture } from './SealPicture.tsx';
import { withPicture } from './seal-rows.ts';

/** 签名章: 职务, 姓名 and, if wanted, the picture of the signature. */
export function StampsControl({ store, disabled }: ControlProps) {
  const { stamps } = useElements(store);
  return (
    <RowsControl
      label="签名章"
      disabled={disabled}
      rows={stamps}
      columns={[
        { key: 'office', label: '签发人职务' },
        { key: 'name', label: '姓名' },
      ]}
      below={stamps.map((stamp, index) => (
        <SealPicture
          // The stamps have no identity of their own but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          label={`签名章 ${index + 1}`}
          disabled={disabled}
          image={stamp.image}
          onChange={(image) => store.update({ stamps: stamps.with(index, withPicture(stamp, image)) })}
        />
      ))}
      onChange={(rows) =>
        // A row carries the picture it had, whichever rows went away before it.
        store.update({
          stamps: rows.map(({ office = '', name = '', image }) => withPicture({ office, name }, image)),
        })
      }
    />
  );
}
