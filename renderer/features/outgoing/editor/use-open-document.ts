import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AppError } from '../../../../shared/ipc/errors.ts';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { api, messageOf } from '../../../app/api.ts';
import { onClosing } from '../../../app/closing.ts';
import { timeOf } from '../../../app/format.ts';
import { showSaveStatus } from '../../../app/save-status.ts';
import { outgoingGet } from '../queries.ts';
import { createAutosave } from './autosave.ts';
import type { Autosave, AutosaveStatus } from './autosave.ts';
import { createDocumentStore } from './document-store.ts';
import type { DocumentStore } from './document-store.ts';

export interface OpenDocument {
  readonly detail: OutgoingDetail;
  readonly store: DocumentStore;
  readonly autosave: Autosave;
  readonly status: AutosaveStatus;
  /** Takes the stored version in place of what is on the screen. */
  readonly reload: () => Promise<void>;
}

function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CONFLICT';
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Parts that did not change keep their identity, so that the text editors keep caret and undo. */
export function keepSameParts(old: Gongwen, next: Gongwen): Gongwen {
  return {
    ...next,
    body: same(old.body, next.body) ? old.body : next.body,
    attachments: same(old.attachments, next.attachments) ? old.attachments : next.attachments,
    enclosures: same(old.enclosures, next.enclosures) ? old.enclosures : next.enclosures,
  };
}

function statusText(status: AutosaveStatus): string {
  switch (status.kind) {
    case 'saved':
      return status.at === null ? '已保存' : `已保存 ${timeOf(status.at, true)}`;
    case 'dirty':
      return '有修改，即将自动保存';
    case 'saving':
      return '正在保存…';
    case 'failed':
      return `没有保存成功，内容还在本页，会自动再试：${messageOf(status.error)}`;
    case 'conflict':
      return '没有保存：这件公文在别处改过，请选择保留哪一份';
    default:
      return status satisfies never;
  }
}

/** The document on the screen, its autosave and its stored version. */
export function useOpenDocument(initial: OutgoingDetail): OpenDocument {
  const client = useQueryClient();
  const { id } = initial;
  const [status, setStatus] = useState<AutosaveStatus>({ kind: 'saved', at: null });
  const { store, autosave } = useMemo(() => {
    const made = createDocumentStore(initial.document);
    return {
      store: made,
      autosave: createAutosave({
        save: (rowVersion) => api.outgoing.save({ id, rowVersion, document: made.get() }),
        isConflict,
        rowVersion: initial.rowVersion,
        onStatus: setStatus,
      }),
    };
    // The item is opened once; later versions arrive through `reload`.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id]);
  const stored = useQuery(outgoingGet(id)).data ?? initial;

  useEffect(() => store.onEdit(autosave.touch), [store, autosave]);
  useEffect(() => {
    const release = onClosing(async () => {
      await autosave.flush();
    });
    return () => {
      release();
      void autosave.flush().finally(autosave.dispose);
      showSaveStatus(null);
    };
  }, [autosave]);
  useEffect(() => showSaveStatus({ kind: status.kind, text: statusText(status) }), [status]);
  useEffect(() => {
    // Another command changed the item (numbered, restored): nothing unsaved here, so its version is taken.
    if (autosave.isDirty() || autosave.status().kind === 'saving') return;
    if (stored.rowVersion <= autosave.rowVersion()) return;
    store.replace(keepSameParts(store.get(), stored.document));
    autosave.adopt(stored.rowVersion);
  }, [stored, status, store, autosave]);

  const reload = useCallback(async () => {
    const fresh = await client.fetchQuery({ ...outgoingGet(id), staleTime: 0 });
    store.replace(keepSameParts(store.get(), fresh.document));
    autosave.adopt(fresh.rowVersion);
  }, [client, id, store, autosave]);
  return { detail: stored, store, autosave, status, reload };
}
