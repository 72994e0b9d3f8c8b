import { memo, useEffect, useMemo } from 'react';
import type { MouseEvent } from 'react';
import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { boxAt, boxesOf } from './boxes.ts';

interface PageViewProps {
  readonly page: PreviewPage;
  /** px of a millimetre. */
  readonly scale: number;
  readonly activePath: string;
  readonly onJump: (path: string) => void;
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
export const PageView = memo(function PageView({ page, scale, activePath, onJump }: PageViewProps) {
  const url = usePageImage(page.svg);
  const jump = (event: MouseEvent<HTMLElement>): void => {
    const rect = event.currentTarget.getBoundingClientRect();
    const box = boxAt(page, (event.clientX - rect.left) / scale, (event.clientY - rect.top) / scale);
    if (box !== undefined) onJump(box.path);
  };
  return (
    <figure
      className="gwt-page"
      data-page={page.index}
      style={{ width: page.width * scale, height: page.height * scale }}
      onClick={jump}
    >
      {page.svg === '' ? null : <img src={url} alt={`第 ${page.index} 页`} draggable={false} />}
      {boxesOf(page, activePath).map((box) => (
        <span
          key={`${box.path}-${box.element}-${box.x}-${box.y}`}
          className="gwt-page-mark"
          style={{
            left: box.x * scale - 2,
            top: box.y * scale - 2,
            width: box.width * scale + 4,
            height: box.height * scale + 4,
          }}
        />
      ))}
    </figure>
  );
});
