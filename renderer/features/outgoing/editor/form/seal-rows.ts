import type { Gongwen } from '../../../../../shared/gongwen/model.ts';

/** Seals of the form <-> of the model: one for each issuer, those that are as usual left unsaid. */

export type Seal = Gongwen['seals'][number];

export const USUAL_SEAL: Seal = { diameter: 42 };

/** The seals as rows: as many as issuers, and those the document has beyond. */
export function sealRows(seals: readonly Seal[], issuers: readonly string[]): Seal[] {
  const count = Math.max(1, issuers.length, seals.length);
  return Array.from({ length: count }, (_, index) => seals[index] ?? USUAL_SEAL);
}

/** Rows as the model keeps them: what stands at the end and is as usual is what happens anyway. */
export function sealsOfRows(rows: readonly Seal[]): Seal[] {
  const last = rows.findLastIndex(
    ({ diameter, image }) => diameter !== USUAL_SEAL.diameter || image !== undefined,
  );
  return rows.slice(0, last + 1);
}

/** The seal with another picture, or with none. */
export function withPicture<S extends object>(
  seal: S,
  image: string | undefined,
): Omit<S, 'image'> & { image?: string } {
  const { image: _image, ...rest }: S & { image?: string } = seal;
  return image === undefined ? rest : { ...rest, image };
}
