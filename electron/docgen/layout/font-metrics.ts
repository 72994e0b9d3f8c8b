import type { FaceId, FaceInfo, FontRole } from '../../../shared/gongwen/pages.ts';

/** Ink box of a glyph in em, y upwards from the baseline. */
export interface InkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * What the layout asks of fonts, and all it asks: which face has a character, how wide it is, where its
 * ink stands. Implemented by `fonts/font-set.ts`; the layout itself never opens a file.
 */
export interface FontMetrics {
  /** Face that really has a glyph for the character, by the fallback chain of the role. */
  readonly faceFor: (role: FontRole, char: string) => FaceId;
  /** Advance width in em. */
  readonly advance: (face: FaceId, char: string) => number;
  readonly inkBox: (face: FaceId, char: string) => InkBox;
  readonly info: (face: FaceId) => FaceInfo;
}
