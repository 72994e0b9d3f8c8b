import { useEffect, useEffectEvent, useState } from 'react';
import type { AddedFile, AttachmentOwner } from '../../../shared/features/attachment.ts';
import type { ProgressEvent } from '../../../shared/ipc/channels.ts';
import { api, messageOf } from '../../app/api.ts';
import { offerFiles } from './offered-files.ts';

type Source = Parameters<typeof api.attachment.add>[0]['source'];

export interface Refusal {
  readonly id: string;
  readonly name: string;
  readonly message: string;
}

export interface Adding {
  /** Null when nothing is being added. */
  readonly running: ProgressEvent | null;
  /** What was not taken and why, until it is put away. */
  readonly refusals: readonly Refusal[];
  /** Files that the item has already; asked about one after the other. */
  readonly same: readonly AddedFile[];
  /** What a screen reader is told at the end. */
  readonly told: string;
  readonly addFiles: (files: readonly File[], source: Source) => Promise<void>;
  readonly addTokens: (tokens: readonly string[], source: Source) => Promise<void>;
  readonly choose: () => Promise<void>;
  readonly stop: () => void;
  readonly addSame: () => Promise<void>;
  readonly leaveSame: () => void;
  readonly putAwayRefusals: () => void;
}

const refusal = (name: string, message: string): Refusal => ({ id: crypto.randomUUID(), name, message });

/** Adding files to an item from wherever they come, with its progress and its questions. */
export function useAdding(owner: AttachmentOwner): Adding {
  const [running, setRunning] = useState<ProgressEvent | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [same, setSame] = useState<readonly AddedFile[]>([]);
  const [told, setTold] = useState('');
  const follow = useEffectEvent((event: ProgressEvent) => {
    if (event.job === running?.job) setRunning(event);
  });
  useEffect(() => window.app.onProgress((event) => follow(event)), []);

  const add = async (tokens: readonly string[], source: Source, allowSame: boolean): Promise<void> => {
    if (tokens.length === 0) return;
    const job = crypto.randomUUID();
    setRunning({ job, done: 0, total: 1, label: '正在读取' });
    try {
      const results = await api.attachment.add({ owner, tokens: [...tokens], source, allowSame, job });
      const added = results.filter(({ outcome }) => outcome === 'added').length;
      if (added > 0) setTold(`已添加 ${added} 个附件。`);
      setSame((before) => [...before, ...results.filter(({ outcome }) => outcome === 'same')]);
      const refused = results.filter(({ outcome }) => outcome === 'refused');
      setRefusals((before) => [...before, ...refused.map(({ name, message }) => refusal(name, message))]);
    } catch (error) {
      setRefusals((before) => [...before, refusal('', messageOf(error))]);
    } finally {
      setRunning(null);
    }
  };
  return {
    running,
    refusals,
    same,
    told,
    addTokens: (tokens, source) => add(tokens, source, false),
    addFiles: async (files, source) => {
      setRefusals([]);
      const { files: offered, refused } = await offerFiles(files);
      setRefusals(refused.map(({ name, message }) => refusal(name, message)));
      await add(
        offered.map(({ token }) => token),
        source,
        false,
      );
    },
    choose: async () => {
      setRefusals([]);
      try {
        const files = await api.attachment.choose({});
        await add(
          files.map(({ token }) => token),
          'chosen',
          false,
        );
      } catch (error) {
        setRefusals([refusal('', messageOf(error))]);
      }
    },
    stop: () => {
      if (running !== null) void api.attachment.cancel({ job: running.job });
    },
    addSame: async () => {
      const tokens = same.map(({ token }) => token);
      setSame([]);
      await add(tokens, 'chosen', true);
    },
    leaveSame: () => setSame([]),
    putAwayRefusals: () => setRefusals([]),
  };
}
