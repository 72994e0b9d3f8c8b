import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { isComposing, isEditable } from '../../app/hot-keys.ts';
import { isRecognisable } from './AttachmentTools.tsx';
import { ImageView } from './ImageView.tsx';
import { TextView } from './TextView.tsx';
import { turned, ZOOM } from './view-box.ts';
import type { ViewBox } from './view-box.ts';

const PdfView = lazy(() => import('./pdf/PdfView.tsx').then((module) => ({ default: module.PdfView })));

export interface AttachmentViewerProps {
  readonly item: Attachment;
  /** Takes the keyboard at once. */
  readonly takeFocus?: boolean;
  readonly onClose?: () => void;
  readonly onRecognise?: () => void;
  /** Which side of the window it stands at, and how it changes sides. */
  readonly side?: 'left' | 'right';
  readonly onSide?: () => void;
}

const START: ViewBox = { fit: 'width', zoom: 1, turn: 0, page: 1 };

/** Shows a PDF, a picture or the text of a file, with pages, size and turn by mouse and keyboard. */
export function AttachmentViewer(props: AttachmentViewerProps) {
  // A new file starts from the beginning.
  return <Viewer key={props.item.url} {...props} />;
}

function Viewer({ item, takeFocus = false, onClose, onRecognise, side, onSide }: AttachmentViewerProps) {
  const hasText = item.text?.state === 'ready' && item.view !== 'text';
  const [asText, setAsText] = useState(false);
  const [box, setBox] = useState<ViewBox>(START);
  const [pages, setPages] = useState(1);
  const textShown = item.view === 'text' || asText;

  const change = (next: Partial<ViewBox>): void => setBox((before) => ({ ...before, ...next }));
  const zoomBy = (factor: number): void =>
    setBox((before) => ({
      ...before,
      fit: 'free',
      zoom: Math.min(ZOOM.most, Math.max(ZOOM.least, before.zoom * factor)),
    }));
  const goTo = (page: number): void => change({ page: Math.min(Math.max(page, 1), pages) });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent) || isEditable(event.target)) return;
    const run = KEYS[event.key];
    if (event.key === 'Escape' && onClose !== undefined) onClose();
    else if (run !== undefined && !event.altKey && !textShown) run({ goTo, zoomBy, change, box, pages });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="gwt-viewer" onKeyDown={onKeyDown}>
      <div className="gwt-viewer-bar" role="toolbar" aria-label="查看附件">
        <strong className="gwt-viewer-name" title={item.name}>
          {item.name}
        </strong>
        <span className="gwt-spring" />
        {textShown ? null : (
          <>
            {item.view === 'pdf' ? (
              <>
                <Button
                  size="small"
                  aria-label="上一页"
                  disabled={box.page <= 1}
                  onClick={() => goTo(box.page - 1)}
                >
                  ‹
                </Button>
                <span className="gwt-nowrap" role="status" aria-label="页码">
                  {box.page} / {pages}
                </span>
                <Button
                  size="small"
                  aria-label="下一页"
                  disabled={box.page >= pages}
                  onClick={() => goTo(box.page + 1)}
                >
                  ›
                </Button>
              </>
            ) : null}
            <Button size="small" aria-label="缩小" onClick={() => zoomBy(1 / ZOOM.step)}>
              －
            </Button>
            <Button size="small" aria-label="放大" onClick={() => zoomBy(ZOOM.step)}>
              ＋
            </Button>
            <Button
              size="small"
              onClick={() => change({ fit: box.fit === 'width' ? 'page' : 'width', zoom: 1 })}
            >
              {box.fit === 'width' ? '整页' : '适宽'}
            </Button>
            <Button size="small" onClick={() => change({ turn: turned(box.turn) })} title="顺时针转 90°（R）">
              旋转
            </Button>
          </>
        )}
        {hasText ? (
          <Button size="small" onClick={() => setAsText(!asText)}>
            {asText ? '看原件' : '看文字'}
          </Button>
        ) : null}
        {!hasText && onRecognise !== undefined && isRecognisable(item) ? (
          <Button size="small" onClick={onRecognise}>
            识别文字
          </Button>
        ) : null}
        {onSide === undefined ? null : (
          <Button size="small" onClick={onSide}>
            {side === 'right' ? '靠左' : '靠右'}
          </Button>
        )}
        {onClose === undefined ? null : (
          <Button size="small" onClick={onClose} title="关闭（Esc）">
            关闭
          </Button>
        )}
      </div>
      <div className="gwt-viewer-frame">
        {textShown ? (
          <TextView id={item.id} name={item.name} takeFocus={takeFocus || asText} />
        ) : item.view === 'image' ? (
          <ImageView url={item.url} name={item.name} box={box} takeFocus={takeFocus} />
        ) : (
          <Suspense fallback={<p className="gwt-soft">正在打开…</p>}>
            <PdfView
              url={item.url}
              name={item.name}
              box={box}
              takeFocus={takeFocus}
              onPages={setPages}
              onPage={(page) => change({ page })}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

interface KeyContext {
  readonly goTo: (page: number) => void;
  readonly zoomBy: (factor: number) => void;
  readonly change: (next: Partial<ViewBox>) => void;
  readonly box: ViewBox;
  readonly pages: number;
}

/** Arrows scroll by themselves. */
const KEYS: Readonly<Record<string, (context: KeyContext) => void>> = {
  PageDown: ({ goTo, box }) => goTo(box.page + 1),
  PageUp: ({ goTo, box }) => goTo(box.page - 1),
  Home: ({ goTo }) => goTo(1),
  End: ({ goTo, pages }) => goTo(pages),
  '+': ({ zoomBy }) => zoomBy(ZOOM.step),
  '=': ({ zoomBy }) => zoomBy(ZOOM.step),
  '-': ({ zoomBy }) => zoomBy(1 / ZOOM.step),
  '0': ({ change }) => change({ fit: 'width', zoom: 1 }),
  '9': ({ change }) => change({ fit: 'page', zoom: 1 }),
  r: ({ change, box }) => change({ turn: turned(box.turn) }),
  R: ({ change, box }) => change({ turn: turned(box.turn) }),
};
