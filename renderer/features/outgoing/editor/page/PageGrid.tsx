import { memo } from 'react';
import type { PreviewPage } from '../../../../../shared/features/document.ts';

interface PageGridProps {
  readonly page: PreviewPage;
  readonly grid: boolean;
  readonly frame: boolean;
}

/** 版心 and the 28 × 22 characters of GB/T 9704-2012 5.2.3 over a page; only on the screen, never printed. */
export const PageGrid = memo(function PageGrid({ page, grid, frame }: PageGridProps) {
  const { left, top, right, bottom } = page.typeArea;
  return (
    <svg className="gwt-page-grid" aria-hidden viewBox={`0 0 ${page.width} ${page.height}`}>
      {grid && page.grid !== null ? <path className="gwt-page-cells" d={cells(page, page.grid)} /> : null}
      {frame ? (
        <rect className="gwt-page-frame" x={left} y={top} width={right - left} height={bottom - top} />
      ) : null}
    </svg>
  );
});

/** Rows of squares with white between them, as on the paper for manuscripts. */
function cells(page: PreviewPage, grid: NonNullable<PreviewPage['grid']>): string {
  const { left, top, right } = page.typeArea;
  const cell = (right - left) / grid.columns;
  let path = '';
  for (let row = 0; row < grid.rows; row += 1) {
    const y = top + row * grid.pitch;
    path += `M${left} ${y}H${right}V${y + grid.height}H${left}Z`;
    for (let column = 1; column < grid.columns; column += 1) {
      path += `M${left + column * cell} ${y}v${grid.height}`;
    }
  }
  return path;
}
