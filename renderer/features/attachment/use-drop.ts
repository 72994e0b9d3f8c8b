import { useEffect, useEffectEvent, useState } from 'react';
import type { DragEvent } from 'react';
import { isEditable } from '../../app/hot-keys.ts';

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Files dragged over an element; `over` while they are. */
export function useDrop(enabled: boolean, onFiles: (files: readonly File[]) => void) {
  const [depth, setDepth] = useState(0);
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!enabled || !carriesFiles(event)) return;
        event.preventDefault();
        setDepth((before) => before + 1);
      },
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = enabled ? 'copy' : 'none';
      },
      onDragLeave: (event: DragEvent) => {
        if (enabled && carriesFiles(event)) setDepth((before) => Math.max(before - 1, 0));
      },
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        if (enabled) onFiles([...event.dataTransfer.files]);
      },
    },
  };
}

/** Files and screenshots pasted anywhere but into a field or a dialog. */
export function usePastedFiles(enabled: boolean, onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!enabled || files.length === 0 || isEditable(event.target)) return;
    if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]) .ant-modal') !== null) return;
    event.preventDefault();
    onFiles(files);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => take(event);
    document.addEventListener('paste', listener);
    return () => document.removeEventListener('paste', listener);
  }, []);
}
