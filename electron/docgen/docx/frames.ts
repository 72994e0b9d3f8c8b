import { FrameAnchorType, FrameWrap, HeightRule } from 'docx';
import type { IFrameOptions } from 'docx';

/** A box on the page, twips from the paper's upper left corner. */
export interface FrameBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * `w:framePr` of a paragraph that stands at a fixed place on the paper, whatever the text around it does
 * (D-07). Neighbouring paragraphs with the same frame share one.
 */
export const frameAt = ({ x, y, width, height }: FrameBox): IFrameOptions => ({
  type: 'absolute',
  position: { x, y },
  width,
  height,
  rule: HeightRule.EXACT,
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
});
