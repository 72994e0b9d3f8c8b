import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Modal } from 'antd';
import type { ModalProps } from 'antd';
import { isComposing } from '../app/hot-keys.ts';

interface DialogProps extends Omit<ModalProps, 'open' | 'closable' | 'afterOpenChange' | 'children'> {
  readonly children: ReactNode;
  /** Must be decided, cannot be closed without an answer. */
  readonly mustDecide?: boolean;
  /** False while what gets the focus is not there yet. */
  readonly ready?: boolean;
}

/**
 * One decision over the screen. It exists only while it is open; the first control marked with
 * `data-first` (or inside such an element) gets the focus. Ctrl+Enter in any field does what the main button does.
 * On closing, the focus goes back to where it was, unless something else has taken it by then.
 */
export function Dialog({ children, mustDecide = false, ready = true, ...props }: DialogProps) {
  const content = useRef<HTMLDivElement>(null);
  const [cameFrom] = useState(focusOutside);
  useEffect(
    () => () => {
      requestAnimationFrame(() => giveFocusBack(cameFrom));
    },
    [cameFrom],
  );
  useEffect(() => {
    if (!ready) return undefined;
    // Not only when the dialog has opened to its full size: what is typed at once belongs to its first field.
    const frame = requestAnimationFrame(() => focusFirst(content.current));
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    const main = content.current
      ?.closest('.ant-modal')
      ?.querySelector<HTMLButtonElement>('.ant-modal-footer .ant-btn-primary');
    if (main === null || main === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    // The button itself, so that what it forbids stays forbidden.
    main.click();
  };
  return (
    <Modal
      {...props}
      open
      closable={mustDecide ? false : { 'aria-label': '关闭' }}
      keyboard={!mustDecide}
      mask={{ closable: false }}
      afterOpenChange={(open) => {
        // The dialog takes the focus for itself when it has opened; a field that is being typed in keeps it.
        if (open && !content.current?.contains(document.activeElement)) focusFirst(content.current);
      }}
    >
      <div ref={content} onKeyDown={onKeyDown}>
        {children}
      </div>
    </Modal>
  );
}

let lastOutside: HTMLElement | null = null;

/** What has the focus; for a dialog opened from a dialog, what had it before the first one. */
function focusOutside(): HTMLElement | null {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) lastOutside = null;
  else if (active.closest('.ant-modal') === null) lastOutside = active;
  return lastOutside;
}

function giveFocusBack(to: HTMLElement | null): void {
  const active = document.activeElement;
  const nobody = active === null || active === document.body;
  if (nobody && to?.isConnected === true) to.focus({ preventScroll: true });
}

function focusFirst(content: HTMLElement | null): void {
  const panel = content?.closest('.ant-modal');
  const marked = panel?.querySelector<HTMLElement>('[data-first]');
  const inner = marked?.querySelector<HTMLElement>('input, textarea, button');
  (inner ?? marked)?.focus();
}
