import { Paragraph } from 'docx';

/** One point high and empty: carries what stands at a fixed place on a page without text. */
export const SPACER = 'GongwenAnchor';
const SPACER_HEIGHT = 20;

/** An empty paragraph. @param height twips, at least one point. */
export const spacer = (height: number, pageBreakBefore: boolean): Paragraph =>
  new Paragraph({
    style: SPACER,
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    ...(height > SPACER_HEIGHT ? { spacing: { line: height, lineRule: 'exact' } } : {}),
  });
