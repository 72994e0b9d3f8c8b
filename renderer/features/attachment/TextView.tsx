import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { messageOf } from '../../app/api.ts';
import { attachmentText } from './queries.ts';

/** The text of a file, to read and to copy from; what recognition may have misread is told beside it. */
export function TextView({ id }: { readonly id: string }) {
  const text = useQuery(attachmentText(id));
  if (text.error !== null) return <p role="alert">{messageOf(text.error)}</p>;
  if (text.data === undefined) return <p className="gwt-soft">正在读取…</p>;
  const pages = text.data.text
    .split('\f')
    .map((words, index) => ({ number: index + 1, words: words.trim() }));
  return (
    <div className="gwt-viewer-text">
      {text.data.source === 'ocr' ? (
        <Alert
          type="info"
          title="这是识别出来的文字，可能有错字，以原件为准。"
          description={
            text.data.corrections.length === 0 ? null : (
              <ul className="gwt-attach-plain">
                {text.data.corrections.map(({ read, proposed }) => (
                  <li key={read}>
                    “{read}”可能是“<strong>{proposed}</strong>”
                  </li>
                ))}
              </ul>
            )
          }
        />
      ) : null}
      {pages.map(({ number, words }) => (
        <section key={number} aria-label={`第 ${number} 页`}>
          {pages.length > 1 ? <p className="gwt-soft">第 {number} 页</p> : null}
          <p className="gwt-viewer-words">{words}</p>
        </section>
      ))}
    </div>
  );
}
