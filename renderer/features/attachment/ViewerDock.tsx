import { createPortal } from 'react-dom';
import { useState } from 'react';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { AttachmentViewer } from './AttachmentViewer.tsx';

interface ViewerDockProps {
  readonly item: Attachment;
  readonly onClose: () => void;
  readonly onRecognise: () => void;
}

/** The viewer at one side of the window; the item beside it can be read and typed in. */
export function ViewerDock(props: ViewerDockProps) {
  // Opened by a key it takes the keyboard; while it follows the list it leaves it there.
  const [openedWith] = useState(props.item.url);
  const [side, setSide] = useState<'left' | 'right'>('right');
  return createPortal(
    <aside className={`gwt-dock gwt-dock-${side}`} aria-label="附件查看">
      <AttachmentViewer
        {...props}
        takeFocus={props.item.url === openedWith}
        side={side}
        onSide={() => setSide(side === 'right' ? 'left' : 'right')}
      />
    </aside>,
    document.getElementById('layers') ?? document.body,
  );
}
