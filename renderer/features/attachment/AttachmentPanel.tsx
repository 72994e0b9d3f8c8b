import { useQuery } from '@tanstack/react-query';
import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Attachment, AttachmentOwner } from '../../../shared/features/attachment.ts';
import { api, messageOf } from '../../app/api.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { AddingState } from './AddingState.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { AttachmentTools } from './AttachmentTools.tsx';
import { FactsDialog } from './FactsDialog.tsx';
import { attachmentList } from './queries.ts';
import { RecognitionDialog } from './RecognitionDialog.tsx';
import { ScanOffer } from './ScanOffer.tsx';
import { useAdding } from './use-adding.ts';
import { useAttempt } from './use-attempt.ts';
import { useDrop, usePastedFiles } from './use-drop.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import { ViewerDock } from './ViewerDock.tsx';
import { VoidedDialog } from './VoidedDialog.tsx';

export interface AttachmentPanelProps {
  readonly ownerKind: AttachmentOwner['ownerKind'];
  readonly ownerId: string;
  readonly readOnly?: boolean;
}

type Open =
  | { readonly kind: 'facts' | 'versions' | 'recognise' | 'remove'; readonly item: Attachment }
  | { readonly kind: 'voided' }
  | null;

/** 附件 of an item: added by dropping, pasting, choosing or from the scanner; looked at beside the item. */
export function AttachmentPanel({ ownerKind, ownerId, readOnly = false }: AttachmentPanelProps) {
  const owner = { ownerKind, ownerId };
  const list = useQuery(attachmentList(owner));
  const adding = useAdding(owner);
  const { fault, attempt } = useAttempt();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [shownId, setShownId] = useState<string | null>(null);
  const [opened, setOpened] = useState(0);
  const [open, setOpen] = useState<Open>(null);

  const items = list.data?.items ?? [];
  const voided = list.data?.voided ?? [];
  const kept = list.data?.readOnly ?? null;
  const fixed = readOnly || kept !== null;
  const selected = items.find(({ id }) => id === selectedId) ?? items[0];
  const shown = items.find(({ id }) => id === shownId);
  const canAdd = list.isSuccess && !fixed && adding.running === null;

  const drop = useDrop(canAdd, (files) => void adding.addFiles(files, 'dropped'));
  usePastedFiles(canAdd, (files) => void adding.addFiles(files, 'pasted'));

  const view = (item: Attachment): void => {
    if (item.state !== 'active' || !item.present) return;
    setSelectedId(item.id);
    if (item.view === 'none') void attempt(() => api.attachment.open({ id: item.id }));
    else {
      setShownId(item.id);
      setOpened((count) => count + 1);
    }
  };
  const openOutside = (item: Attachment): void => void attempt(() => api.attachment.open({ id: item.id }));
  const show = (kind: 'facts' | 'versions' | 'recognise' | 'remove') => (item: Attachment) =>
    setOpen({ kind, item });

  return (
    <section
      className={`gwt-attach${drop.over ? ' gwt-attach-over' : ''}`}
      aria-label="附件"
      {...drop.handlers}
    >
      <div className="gwt-attach-head">
        <h3>附件{items.length === 0 ? '' : `（${items.length}）`}</h3>
        <span className="gwt-spring" />
        {selected === undefined ? null : (
          <AttachmentTools
            item={selected}
            readOnly={fixed}
            actions={{
              view: () => view(selected),
              open: () => openOutside(selected),
              recognise: () => setOpen({ kind: 'recognise', item: selected }),
              versions: () => setOpen({ kind: 'versions', item: selected }),
              rename: () => setOpen({ kind: 'facts', item: selected }),
              remove: () => setOpen({ kind: 'remove', item: selected }),
              saveAs: () => void attempt(() => api.attachment.saveAs({ id: selected.id })),
              endWork: () => void attempt(() => api.attachment.endWork({ id: selected.id })),
            }}
          />
        )}
        {voided.length === 0 ? null : (
          <Button size="small" type="text" onClick={() => setOpen({ kind: 'voided' })}>
            回收站（{voided.length}）
          </Button>
        )}
        {fixed ? null : (
          <Button size="small" type="primary" disabled={!canAdd} onClick={() => void adding.choose()}>
            添加文件
          </Button>
        )}
      </div>
      {list.error === null ? null : <Alert type="error" role="alert" title={messageOf(list.error)} />}
      {fault === null ? null : <Alert type="error" role="alert" title={fault} />}
      {kept === null ? null : <p className="gwt-soft gwt-attach-kept">{kept}</p>}
      {fixed ? null : <ScanOffer onAdd={(tokens) => void adding.addTokens(tokens, 'scanned')} />}
      <AddingState adding={adding} />
      {list.isSuccess && items.length === 0 ? (
        <p className="gwt-attach-empty">
          <PaperClipOutlined aria-hidden />{' '}
          {fixed
            ? '没有附件。'
            : '还没有附件。把文件拖到这里，或按 Ctrl+V 粘贴文件、截图，也可以点“添加文件”。'}
        </p>
      ) : null}
      {items.length === 0 ? null : (
        <AttachmentList
          items={items}
          selectedId={selected?.id ?? null}
          shownId={shownId}
          readOnly={fixed}
          onSelect={(id) => {
            setSelectedId(id);
            // The viewer follows the selection, so that several files are read one after the other.
            const next = items.find((item) => item.id === id);
            if (shown !== undefined && next !== undefined && next.view !== 'none' && next.present)
              setShownId(id);
          }}
          actions={{
            view,
            open: openOutside,
            rename: show('facts'),
            remove: show('remove'),
            move: (item, by) => void attempt(() => api.attachment.move({ id: item.id, by })),
          }}
        />
      )}
      {selected?.state === 'quarantined' ? (
        <Alert type="error" role="alert" title={selected.voidReason} />
      ) : null}
      {shown === undefined || shown.state !== 'active' ? null : (
        <ViewerDock
          key={opened}
          item={shown}
          onClose={() => setShownId(null)}
          onRecognise={() => setOpen({ kind: 'recognise', item: shown })}
        />
      )}
      {open === null ? null : (
        <OpenDialog
          open={open}
          voided={voided}
          readOnly={fixed}
          onClose={() => setOpen(null)}
          onShow={(item) => {
            setOpen(null);
            setSelectedId(item.id);
            setShownId(item.id);
          }}
        />
      )}
    </section>
  );
}

interface OpenDialogProps {
  readonly open: NonNullable<Open>;
  readonly voided: readonly Attachment[];
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onShow: (item: Attachment) => void;
}

function OpenDialog({ open, voided, readOnly, onClose, onShow }: OpenDialogProps) {
  const { fault, attempt } = useAttempt();
  switch (open.kind) {
    case 'facts':
      return <FactsDialog item={open.item} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog item={open.item} readOnly={readOnly} onClose={onClose} />;
    case 'recognise':
      return <RecognitionDialog item={open.item} onClose={onClose} onDone={() => onShow(open.item)} />;
    case 'voided':
      return <VoidedDialog items={voided} readOnly={readOnly} onClose={onClose} />;
    case 'remove': {
      const { id, rowVersion, name } = open.item;
      return (
        <ReasonDialog
          title="删除附件"
          explanation={fault ?? `“${name}”将移到这一件的附件回收站，文件仍保存，可以恢复。`}
          confirmLabel="删除"
          onConfirm={async (reason) => {
            if (await attempt(() => api.attachment.void({ id, rowVersion, reason }))) onClose();
          }}
          onClose={onClose}
        />
      );
    }
    default:
      return open satisfies never;
  }
}
