import { useCallback, useState } from 'react';
import { useDocument } from '../document-store.ts';
import type { DocumentStore } from '../document-store.ts';
import { blocksAt, changeAt, textPlaces } from '../texts.ts';
import { BodyEditor } from './BodyEditor.tsx';

interface TextPaneProps {
  readonly store: DocumentStore;
  readonly readOnly: boolean;
  /** Path of the text on show. */
  readonly active: string;
  readonly onActivate: (path: string) => void;
  readonly onFocusPath: (path: string) => void;
  /** Registers how to put the caret into a block of a text. */
  readonly onReady: (path: string, focus: ((index: number) => void) | null) => void;
}

/** The texts of the document: 正文, 附件, 被印发文件, one on show at a time. */
export function TextPane({ store, readOnly, active, onActivate, onFocusPath, onReady }: TextPaneProps) {
  const attachments = useDocument(store, (document) => document.attachments.length);
  const enclosures = useDocument(store, (document) => document.enclosures.length);
  const places = textPlaces(attachments, enclosures);
  const shown = places.some((place) => place.path === active) ? active : 'body';
  // A text once opened keeps its editor, with caret and undo, while another one is on show.
  const [opened, setOpened] = useState<readonly string[]>([shown]);
  if (!opened.includes(shown)) setOpened([...opened, shown]);
  return (
    <div className="gwt-texts">
      {places.length === 1 ? null : (
        <div className="gwt-text-tabs" role="tablist" aria-label="各部分">
          {places.map((place) => (
            <button
              key={place.path}
              type="button"
              role="tab"
              aria-selected={place.path === shown}
              onClick={() => onActivate(place.path)}
            >
              {place.label}
            </button>
          ))}
        </div>
      )}
      {places
        .filter((place) => opened.includes(place.path))
        .map((place) => (
          <div key={place.path} className="gwt-text-holder" hidden={place.path !== shown}>
            <TextSection
              store={store}
              path={place.path}
              label={place.label}
              readOnly={readOnly}
              onFocusPath={onFocusPath}
              onReady={onReady}
            />
          </div>
        ))}
    </div>
  );
}

interface TextSectionProps extends Pick<TextPaneProps, 'store' | 'readOnly' | 'onFocusPath' | 'onReady'> {
  readonly path: string;
  readonly label: string;
}

function TextSection({ store, path, label, readOnly, onFocusPath, onReady }: TextSectionProps) {
  const blocks = useDocument(store, (document) => blocksAt(document, path));
  const ready = useCallback(
    (focus: ((index: number) => void) | null) => onReady(path, focus),
    [onReady, path],
  );
  return (
    <BodyEditor
      label={label}
      blocks={blocks}
      readOnly={readOnly}
      onChange={(next) => store.update(changeAt(store.get(), path, next))}
      onCaret={(index) => onFocusPath(`${path}.${index}`)}
      onReady={ready}
    />
  );
}
