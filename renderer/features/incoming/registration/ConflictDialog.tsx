import { useState } from 'react';
import { Button } from 'antd';
import { INCOMING_STATE_NAMES } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import type { api } from '../../../app/api.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { momentOf } from '../../../app/format.ts';
import { ConflictTable } from '../../../ui/ConflictTable.tsx';
import type { Side } from '../../../ui/ConflictTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { conflictRows, firstChoices, merged } from './conflict.ts';
import type { Choices, Conflict } from './conflict.ts';
import type { Registration, RegistrationKey } from './registration.ts';

export type HistoryEvent = Awaited<ReturnType<typeof api.incoming.history>>[number];

interface ConflictDialogProps {
  readonly stored: IncomingDetail;
  /** Who changed it last, and how. */
  readonly lastChange: HistoryEvent | undefined;
  readonly conflict: Conflict;
  readonly onSave: (values: Registration) => void;
  readonly onClose: () => void;
}

const HEADS = { mine: '我填的', stored: '现在的' } as const;

/** Both sides of a paper that was changed elsewhere meanwhile: nothing is saved until every field has its side. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { stored, lastChange, conflict, onSave, onClose } = props;
  const [choices, setChoices] = useState<Choices>(() => firstChoices(conflict));
  const rows = conflictRows(conflict);
  const result = merged(conflict, choices);
  const open = rows.filter(({ key, settled }) => settled === undefined && choices[key] === undefined).length;
  const closed = stored.actions.every(({ action }) => action !== 'edit');
  const save = (): void => {
    if (result !== undefined && !closed) onSave(result);
  };
  const choose = (key: RegistrationKey, side: Side): void => setChoices((old) => ({ ...old, [key]: side }));
  const chooseAll = (side: Side) => () => setChoices(Object.fromEntries(rows.map(({ key }) => [key, side])));
  useHotKeys(
    [
      { keys: '$mod+s', shown: 'Ctrl+S', label: '按所选保存', whileTyping: true, run: save },
      { keys: '$mod+1', shown: 'Ctrl+1', label: '全部用我填的', whileTyping: true, run: chooseAll('mine') },
      { keys: '$mod+2', shown: 'Ctrl+2', label: '全部用现在的', whileTyping: true, run: chooseAll('stored') },
    ],
    { inDialog: true },
  );
  return (
    <Dialog
      title="这件收文在别处改过"
      width={860}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={chooseAll('mine')} disabled={closed}>
            全部用我填的（Ctrl+1）
          </Button>
          <Button onClick={chooseAll('stored')} disabled={closed}>
            全部用现在的（Ctrl+2）
          </Button>
          <Button onClick={onClose}>返回核对（Esc）</Button>
          <Button
            type="primary"
            disabled={result === undefined || closed}
            onClick={save}
            {...(open === 0 ? { 'data-first': '' } : {})}
          >
            按所选保存（Ctrl+S）
          </Button>
        </>
      }
    >
      <p>
        还没有保存，两边的内容都在。
        {lastChange === undefined
          ? ''
          : `最近一次改动：${lastChange.actorName} ${momentOf(lastChange.at)} ${lastChange.summary}。`}
      </p>
      {closed ? (
        <p role="alert" className="gwt-fault">
          它现在是“{INCOMING_STATE_NAMES[stored.state]}”，不能再修改。
        </p>
      ) : (
        <p role="status">
          {open === 0
            ? '只有一边改过的项目已各用改过的一边；可以逐项改选（←→），再保存。'
            : `有 ${open} 项两边都改了，请逐项选一边（Tab 换项，空格选定，←→ 换边）。`}
        </p>
      )}
      {rows.length === 0 ? (
        <p>两边填的内容相同，保存即可。</p>
      ) : (
        <ConflictTable rows={rows} heads={HEADS} choice={{ chosen: choices, onChoose: choose }} />
      )}
    </Dialog>
  );
}
