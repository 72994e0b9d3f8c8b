import { useRef, useState } from 'react';
import { ScrollFrame } from './ScrollFrame.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { shownWidth } from './view-box.ts';
import type { ViewBox } from './view-box.ts';

interface ImageViewProps {
  readonly url: string;
  readonly name: string;
  readonly box: ViewBox;
  readonly takeFocus: boolean;
}

/** A picture, fitted, enlarged or turned. */
export function ImageView({ url, name, box, takeFocus }: ImageViewProps) {
  const outer = useRef<HTMLDivElement>(null);
  const frame = useFrameSize(outer);
  const [natural, setNatural] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const sideways = box.turn % 180 !== 0;
  const size =
    natural === null
      ? { width: 1, height: 1 }
      : sideways
        ? { width: natural.height, height: natural.width }
        : natural;
  const width = shownWidth(box, size, frame);
  const height = (width * size.height) / size.width;
  return (
    <ScrollFrame frame={outer} label={`“${name}”的内容`} takeFocus={takeFocus}>
      {failed ? <p role="alert">这张图片显示不出来，可用程序打开查看。</p> : null}
      <div className="gwt-viewer-sheet" style={{ width, height }}>
        <img
          src={url}
          alt={name}
          draggable={false}
          hidden={failed}
          style={{
            width: sideways ? height : width,
            height: sideways ? width : height,
            transform: `translate(-50%, -50%) rotate(${box.turn}deg)`,
          }}
          onLoad={({ currentTarget }) =>
            setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
          onError={() => setFailed(true)}
        />
      </div>
    </ScrollFrame>
  );
}
