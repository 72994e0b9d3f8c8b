import { InputNumber } from 'antd';
import { useElements } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { SealPicture } from './SealPicture.tsx';
import { sealRows, sealsOfRows, withPicture } from './seal-rows.ts';
import type { Seal } from './seal-rows.ts';

/** Seals of 公章 are 38 to 45 mm wide, of small bodies less; more would not fit beside another. */
const DIAMETERS = { min: 20, max: 60 } as const;

/** Diameter and, if wanted, picture of the seal of every issuer. */
export function SealsControl({ store, disabled }: ControlProps) {
  const { seals, issuers } = useElements(store);
  const rows = sealRows(seals, issuers);
  const change = (index: number, seal: Seal): void =>
    store.update({ seals: sealsOfRows(rows.with(index, seal)) });
  return (
    <div className="gwt-rows">
      {rows.map((seal, index) => {
        const label = `印章 ${index + 1}`;
        return (
          // The seals have no identity of their own but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="gwt-seal" data-path={`seals.${index}`}>
            {rows.length === 1 ? null : (
              <span className="gwt-seal-issuer">{issuers[index] ?? '（没有对应的发文机关）'}</span>
            )}
            <span className="gwt-row-line">
              <span>直径</span>
              <InputNumber
                className="gwt-seal-diameter"
                disabled={disabled}
                min={DIAMETERS.min}
                max={DIAMETERS.max}
                aria-label={`${label} 直径（毫米）`}
                value={seal.diameter}
                onChange={(diameter) => change(index, { ...seal, diameter: diameter ?? 42 })}
              />
              <span>毫米</span>
              {seal.image === undefined ? (
                <SealPicture
                  label={label}
                  disabled={disabled}
                  image={undefined}
                  onChange={(image) => change(index, withPicture(seal, image))}
                />
              ) : null}
            </span>
            {seal.image === undefined ? null : (
              <SealPicture
                label={label}
                disabled={disabled}
                image={seal.image}
                onChange={(image) => change(index, withPicture(seal, image))}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
