import { useEffect, useRef, useState } from 'react';

interface CellEditorProps {
  readonly label: string;
  readonly initial: string;
  readonly onCancel: () => void;
  /** `step`: where to go afterwards, one row down or none. */
  readonly onCommit: (text: string, step: 0 | 1) => Promise<void>;
}

/** Types over one cell: Enter keeps and goes down, Esc leaves it as it was. */
export function CellEditor({ label, initial, onCancel, onCommit }: CellEditorProps) {
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(initial.length, initial.length);
  }, [initial]);
  const commit = (step: 0 | 1): void => {
    if (done.current) return;
    done.current = true;
    void onCommit(text, step).finally(() => {
      done.current = false;
    });
  };
  return (
    <input
      ref={input}
      className="gwt-cell-editor"
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        // A click elsewhere keeps what was typed, as in a spreadsheet.
        if (text !== initial) commit(0);
        else if (!done.current) onCancel();
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (event.key === 'Enter') commit(1);
        else if (event.key === 'Escape') {
          done.current = true;
          onCancel();
        } else return;
        event.preventDefault();
      }}
    />
  );
}
