import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../app/api.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import { attachmentText } from './queries.ts';

interface TextViewProps {
  readonly id: string;
  readonly name: string;
  readonly takeFocus: boolean;
}

/** The text of a file, to read and to copy from; what recognition may have misread is told beside it. */
export function TextView({ id, name, takeFocus }: TextViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const text = useQuery(attachmentText(id));
  if (text.error !== null) return <p role="alert">{messageOf(text.error)}</p>;
  if (text.data === undefined) return <p className="gwt-soft">正在读取…</p>;
  const pages = text.data.text
    .split('\f')
    .map((words, index) => ({ number: index + 1, words: words.trim() }));
  return (
    <ScrollFrame frame={frame} className="gwt-viewer-text" label={`“${name}”的文字`} takeFocus={takeFocus}>
      {text.data.source === 'ocr' ? (
        <div className="gwt-attach-note">
          <span>
            这是识别出来的文字，可能有错字，以原件为准。
            {text.data.corrections.length === 0 ? null : (
              <ul className="gwt-attach-plain">
                {text.data.corrections.map(({ read, proposed }) => (
                  <li key={read}>
                    “{read}”可能是“<strong>{proposed}</strong>”
                  </li>
                ))}
              </ul>
            )}
          </span>
        </div>
      ) : null}
      {pages.map(({ number, words }) => (
        <section key={number} aria-label={`第 ${number} 页`}>
          {pages.length > 1 ? <p className="gwt-soft">第 {number} 页</p> : null}
          <p className="gwt-viewer-words">{words}</p>
        </section>
      ))}
    </ScrollFrame>
  );
}
