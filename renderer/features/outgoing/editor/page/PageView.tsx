import { memo, useEffect, useMemo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { boxAt, boxesOf } from './boxes.ts';
import type { Box } from './boxes.ts';
import { markOf, pointAt } from './measure.ts';
import type { Pointed } from './measure.ts';
import { PageGrid } from './PageGrid.tsx';
import type { Overlays } from './use-overlays.ts';

interface PageViewProps {
  readonly page: PreviewPage;
  /** px of a millimetre. */
  readonly scale: number;
  readonly activePath: string;
  readonly onJump: (path: string) => void;
  readonly overlays?: Overlays;
  /** The element of this page that is asked about. */
  readonly pointed?: Pointed | undefined;
  readonly onPoint?: (pointed: Pointed | undefined) => void;
}

/** A drawn page as an image; the browser keeps showing the old one until the new one is decoded. */
export function usePageImage(svg: string): string {
  const url = useMemo(() => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), [svg]);
  useEffect(() => () => releaseLater(url), [url]);
  return url;
}

/** The image element may still be decoding the old address when the new one is set. */
function releaseLater(url: string): void {
  setTimeout(() => URL.revokeObjectURL(url), 2000);
}

/** One page with the element under the caret marked; a click leads to the field it came from. */
export const PageView = memo(function PageView(props: PageViewProps) {
  const { page, scale, activePath, onJump, overlays, pointed, onPoint } = props;
  const url = usePageImage(page.svg);
  const jump = (event: MouseEvent<HTMLElement>): void => {
    const box = boxAt(page, ...placeOf(event, scale));
    if (box !== undefined) onJump(box.path);
  };
  const asked = overlays?.rules === true;
  const mark = pointed === undefined ? undefined : markOf(pointed);
  return (
    <figure
      className="gwt-page"
      data-page={page.index}
      style={{ width: page.width * scale, height: page.height * scale }}
      onClick={jump}
      onMouseMove={asked ? (event) => onPoint?.(pointAt(page, ...placeOf(event, scale))) : undefined}
      onMouseLeave={asked ? () => onPoint?.(undefined) : undefined}
    >
      {page.svg === '' ? null : <img src={url} alt={`第 ${page.index} 页`} draggable={false} />}
      {overlays?.grid === true || overlays?.frame === true ? (
        <PageGrid page={page} grid={overlays.grid} frame={overlays.frame} />
      ) : null}
      {boxesOf(page, activePath).map((box) => (
        <span
          key={`${box.path}-${box.element}-${box.x}-${box.y}`}
          className="gwt-page-mark"
          style={styleOf(box, scale)}
        />
      ))}
      {mark === undefined ? null : <span className="gwt-page-point" style={styleOf(mark, scale)} />}
    </figure>
  );
});

type Place = Pick<Box, 'x' | 'y' | 'width' | 'height'>;

/** A mark stands 2 px around what it marks. */
function styleOf({ x, y, width, height }: Place, scale: number): CSSProperties {
  return {
    left: x * scale - 2,
    top: y * scale - 2,
    width: width * scale + 4,
    height: height * scale + 4,
  };
}

/** Place of the pointer on the page, mm. */
function placeOf(event: MouseEvent<HTMLElement>, scale: number): [x: number, y: number] {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [(event.clientX - left) / scale, (event.clientY - top) / scale];
}
