import { useEffect, useMemo, useRef, useState } from 'react';
import { sampleDocument } from '../../../shared/gongwen/template-sample.ts';
import type { TemplateContent } from '../../../shared/gongwen/template.ts';
import { createDocumentStore } from '../outgoing/editor/document-store.ts';
import { PageView } from '../outgoing/editor/page/PageView.tsx';
import { usePreview } from '../outgoing/editor/page/use-preview.ts';

interface TemplatePreviewProps {
  readonly content: TemplateContent;
  /** Another value: another template, seen from its top. */
  readonly templateKey: string;
  /** False while a field is at fault: the page shows the last content that was complete. */
  readonly current: boolean;
  /** Model path of what the focused field sets; marked on the page. */
  readonly activePath: string;
  /** Model path of what was clicked on the page. */
  readonly onJump: (path: string) => void;
}

const PAPER = { width: 210, height: 297 } as const;
/** Room for padding, border and margin of the page, px. */
const ROOM = { width: 24, height: 36 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD` of today by the clock of this computer. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A sample document with the template's parts, fitted to its first page, laid out anew at every change. */
export function TemplatePreview({ content, templateKey, current, activePath, onJump }: TemplatePreviewProps) {
  const store = useMemo(
    () => createDocumentStore(sampleDocument(content, today())),
    // The store is made once; later contents are put in below.
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  );
  useEffect(() => store.replace(sampleDocument(content, today())), [store, content]);
  const live = usePreview(store);
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 430, height: 600 });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = Math.max(
    1,
    Math.min((room.width - ROOM.width) / PAPER.width, (room.height - ROOM.height) / PAPER.height),
  );
  const pages = live.preview?.pages;
  useEffect(() => {
    if (pages === undefined || activePath === '') return;
    frame.current?.querySelector('.gwt-page-mark')?.scrollIntoView({ block: 'nearest' });
  }, [pages, activePath]);
  useEffect(() => frame.current?.scrollTo({ top: 0 }), [templateKey]);
  const notes = live.preview?.notes.filter(({ path }) => path === 'issuerMark') ?? [];
  return (
    <section className="gwt-template-preview" aria-label="首页预览">
      <p className="gwt-template-status" role="status" aria-label="预览说明">
        {statusText(current, live.error, notes)}
      </p>
      <div className="gwt-template-page" ref={frame} tabIndex={0} role="group" aria-label="预览页面">
        {(pages ?? []).map((page) => (
          <PageView key={page.index} page={page} scale={scale} activePath={activePath} onJump={onJump} />
        ))}
      </div>
    </section>
  );
}

function statusText(
  current: boolean,
  error: string | null,
  notes: readonly { readonly message: string }[],
): string {
  if (error !== null) return error;
  if (!current) return '有内容没填对，预览停在改动前的样子。';
  const [note] = notes;
  return note === undefined ? '首页预览；标题、正文、日期和文号是示意。' : note.message;
}
