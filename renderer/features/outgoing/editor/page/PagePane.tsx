import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { Button, Select } from 'antd';
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { z } from 'zod';
import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { useHotKeys } from '../../../../app/hot-keys.ts';
import { useViewState } from '../../../../app/view-state.ts';
import { boxesOf } from './boxes.ts';
import type { DocumentStore } from '../document-store.ts';
import { PageView, usePageImage } from './PageView.tsx';
import { RuleLine } from './RuleLine.tsx';
import { RULER_PX, Ruler } from './Ruler.tsx';
import { OVERLAYS, useOverlays } from './use-overlays.ts';
import { usePointing } from './use-pointing.ts';
import type { LivePreview } from './use-preview.ts';
import { visiblePages } from './visible-pages.ts';
import { PX_PER_MM, ZOOM_STEPS, scaleOf, stepZoom } from './zoom.ts';

interface PagePaneProps {
  readonly live: LivePreview;
  readonly store: DocumentStore;
  readonly activePath: string;
  readonly onJump: (path: string) => void;
}

const zoomSchema = z.union([z.literal('fit'), z.number()]);
const PAPER_WIDTH = 210;
/** Room beside the page for its margin and the scroll bar, px. */
const ROOM = 34;

/** The printed pages, live. */
export function PagePane({ live, store, activePath, onJump }: PagePaneProps) {
  const [zoom, setZoom] = useViewState('editor.zoom', zoomSchema, 'fit');
  const [thumbnails, setThumbnails] = useViewState('editor.thumbnails', z.boolean(), false);
  const [width, setWidth] = useState(480);
  const scroller = useRef<HTMLDivElement>(null);
  const { preview } = live;
  const pages = useMemo(() => preview?.pages ?? [], [preview]);
  const { shown: overlays, toggle } = useOverlays();
  const pointing = usePointing(overlays.rules, pages, activePath, scroller);
  const { pointed } = pointing;
  const [first] = pages;
  const room = ROOM + (overlays.rulers ? RULER_PX : 0);
  const scale = scaleOf(zoom, width - room, first?.width ?? PAPER_WIDTH);
  const percent = Math.round((scale / PX_PER_MM) * 100);
  const step = (direction: 1 | -1): void => setZoom(stepZoom(percent, direction));

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    step(event.deltaY < 0 ? 1 : -1);
  });
  useEffect(() => {
    const element = scroller.current;
    const wheel = (event: WheelEvent): void => onWheel(event);
    // React's own wheel listener is passive and could not stop the window from zooming.
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, []);
  const { look } = live;
  useEffect(() => {
    const element = scroller.current;
    if (element === null || pages.length === 0) return undefined;
    if (thumbnails) {
      look({ from: 1, to: pages.length });
      return undefined;
    }
    let frame = 0;
    const tell = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const visible = visiblePages(element, pages.length);
        if (visible) look(visible);
      });
    };
    tell();
    element.addEventListener('scroll', tell, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', tell);
    };
    // At another scale other pages are in sight.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [look, pages.length, scale, thumbnails]);
  useEffect(() => followCaret(scroller.current, pages, activePath), [pages, activePath]);
  useHotKeys([
    { keys: '$mod+(=|\\+)', shown: 'Ctrl+=', label: '放大页面', whileTyping: true, run: () => step(1) },
    { keys: '$mod+-', shown: 'Ctrl+-', label: '缩小页面', whileTyping: true, run: () => step(-1) },
  ]);

  return (
    <section className="gwt-pages" aria-label="页面">
      <div className="gwt-page-tools" role="toolbar" aria-label="页面工具">
        <Button
          type={thumbnails ? 'primary' : 'text'}
          aria-pressed={thumbnails}
          onClick={() => setThumbnails(!thumbnails)}
        >
          缩略图
        </Button>
        {OVERLAYS.map(({ name, label, key, hint }) => (
          <Button
            key={name}
            type={overlays[name] ? 'primary' : 'text'}
            aria-pressed={overlays[name]}
            title={`${hint}（${key}）`}
            onClick={() => toggle(name)}
          >
            {label}
          </Button>
        ))}
        <span className="gwt-soft" role="status" aria-label="页数">
          {live.preview === null ? '正在排版…' : `共 ${pages.length} 页`}
        </span>
        <span className="gwt-spring" />
        <Button
          type="text"
          icon={<MinusOutlined aria-hidden />}
          aria-label="缩小"
          title="缩小（Ctrl+-）"
          onClick={() => step(-1)}
        />
        <Select
          aria-label="缩放"
          className="gwt-zoom"
          value={zoom}
          options={[
            { value: 'fit' as const, label: zoom === 'fit' ? `适合宽度 ${percent}%` : '适合宽度' },
            ...ZOOM_STEPS.map((value) => ({ value, label: `${value}%` })),
          ]}
          onChange={setZoom}
        />
        <Button
          type="text"
          icon={<PlusOutlined aria-hidden />}
          aria-label="放大"
          title="放大（Ctrl+=）"
          onClick={() => step(1)}
        />
      </div>
      {live.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {live.error}
        </p>
      )}
      <div className="gwt-pages-row">
        {thumbnails ? (
          <div className="gwt-thumbnails" role="group" aria-label="页面缩略图">
            {pages.map((page) => (
              <Thumbnail
                key={page.index}
                page={page}
                onOpen={() => pageElement(scroller.current, page.index)?.scrollIntoView({ block: 'start' })}
              />
            ))}
          </div>
        ) : null}
        <div
          className={`gwt-pages-scroll${overlays.rulers ? ' gwt-with-rulers' : ''}`}
          ref={scroller}
          tabIndex={0}
          role="region"
          aria-label="版面预览"
          onKeyDown={pointing.onKeyDown}
        >
          {overlays.rulers && first !== undefined ? (
            <div className="gwt-ruler-top">
              <span className="gwt-ruler-corner" />
              <Ruler
                axis="x"
                length={first.width}
                scale={scale}
                from={first.typeArea.left}
                to={first.typeArea.right}
              />
            </div>
          ) : null}
          {pages.map((page) => (
            <div key={page.index} className="gwt-page-line">
              {overlays.rulers ? (
                <Ruler
                  axis="y"
                  length={page.height}
                  scale={scale}
                  from={page.typeArea.top}
                  to={page.typeArea.bottom}
                />
              ) : null}
              <PageView
                page={page}
                scale={scale}
                activePath={activePath}
                onJump={onJump}
                overlays={overlays}
                pointed={pointed?.page === page.index ? pointed : undefined}
                onPoint={pointing.onPoint}
              />
            </div>
          ))}
        </div>
      </div>
      {overlays.rules ? (
        <RuleLine pointed={pointed} page={pages.find(({ index }) => index === pointed?.page)} store={store} />
      ) : null}
    </section>
  );
}

function Thumbnail({ page, onOpen }: { readonly page: PreviewPage; readonly onOpen: () => void }) {
  const url = usePageImage(page.svg);
  return (
    <button type="button" onClick={onOpen} aria-label={`到第 ${page.index} 页`}>
      {page.svg === '' ? null : <img src={url} alt="" loading="lazy" />}
      <span>{page.index}</span>
    </button>
  );
}

function pageElement(scroller: HTMLElement | null, index: number): Element | null {
  return scroller?.querySelector(`[data-page="${index}"]`) ?? null;
}

/** Brings the page with the marked element into sight, when none of the marks is visible. */
function followCaret(scroller: HTMLElement | null, pages: readonly PreviewPage[], path: string): void {
  if (scroller === null || path === '') return;
  const page = pages.find((candidate) => boxesOf(candidate, path).length > 0);
  if (page === undefined) return;
  const mark = pageElement(scroller, page.index)?.querySelector('.gwt-page-mark');
  if (mark === null || mark === undefined) return;
  const view = scroller.getBoundingClientRect();
  const place = mark.getBoundingClientRect();
  if (place.bottom > view.top && place.top < view.bottom) return;
  scroller.scrollTop += place.top - view.top - view.height / 3;
}
