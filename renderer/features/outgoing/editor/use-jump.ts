import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { fieldKeyOf } from './form/fields.ts';
import { textPlaceOf } from './texts.ts';

type FocusBlock = (index: number) => void;

/** Where the person is in the document, and the way from a model path to the place it is entered. */
export function useJump(root: RefObject<HTMLElement | null>) {
  const [activePath, setActivePath] = useState('');
  const [activeText, setActiveText] = useState('body');
  const focusers = useRef(new Map<string, FocusBlock>());
  const waiting = useRef<{ readonly text: string; readonly block: number } | null>(null);

  const onTextReady = useCallback((path: string, focus: FocusBlock | null) => {
    if (focus === null) focusers.current.delete(path);
    else focusers.current.set(path, focus);
    if (focus !== null && waiting.current?.text === path) {
      focus(waiting.current.block);
      waiting.current = null;
    }
  }, []);

  const jump = useCallback(
    (path: string) => {
      const place = textPlaceOf(path);
      if (place !== null) {
        setActiveText(place.text);
        const focus = focusers.current.get(place.text);
        // A text that is hidden or not yet opened can take the caret only after it is shown.
        if (focus === undefined) waiting.current = place;
        else requestAnimationFrame(() => focus(place.block));
        return;
      }
      const field = fieldKeyOf(path);
      if (field === undefined) return;
      setActivePath(path);
      focusField(root.current, field, path);
    },
    [root],
  );
  return { activePath, setActivePath, activeText, setActiveText, jump, onTextReady };
}

/** Opens the field's group when it is closed, then puts the focus into the field. */
function focusField(root: HTMLElement | null, field: string, path: string): void {
  const frame = root?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  if (frame === null || frame === undefined) return;
  const group = frame.closest('[data-group]');
  const toggle = group?.querySelector<HTMLButtonElement>('button[aria-expanded="false"]');
  toggle?.click();
  requestAnimationFrame(() => {
    const inner = frame.querySelector(`[data-path="${path.split('.').slice(0, 2).join('.')}"]`) ?? frame;
    const control = inner.querySelector<HTMLElement>(
      'input:not([disabled]), textarea:not([disabled]), button, output',
    );
    control?.focus();
    frame.scrollIntoView({ block: 'nearest' });
  });
}
