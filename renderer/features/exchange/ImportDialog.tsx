import { useState } from 'react';
import { App, Checkbox } from 'antd';
import type { ImportState } from '../../../shared/features/exchange-import.ts';
import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { api, isCancelled, messageOf } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { JobProgress } from './JobProgress.tsx';
import type { Job } from '../../app/use-job.ts';

interface ImportDialogProps {
  readonly state: ImportState;
  readonly job: Job;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The last look: how many, under which numbers, what stays out. */
export function ImportDialog({ state, job, onClose, onDone }: ImportDialogProps) {
  const { message } = App.useApp();
  const { id, counts } = state;
  const [acknowledged, setAcknowledged] = useState(counts.classified === 0);
  const [fault, setFault] = useState<string | null>(null);
  const run = async (): Promise<void> => {
    if (!acknowledged || job.running !== null) return;
    setFault(null);
    try {
      const done = await job.start('正在准备', (name) =>
        api.exchange.runImport({ id, job: name, classifiedAcknowledged: acknowledged }),
      );
      message.success(`已导入 ${done.imported} 件。可以在“导入台账”中整批撤销。`);
      onDone();
    } catch (error) {
      if (isCancelled(error)) onClose();
      else setFault(messageOf(error));
    }
  };
  return (
    <Dialog
      title={`导入 ${counts.papers} 件收文`}
      width={560}
      okText="导入（Ctrl+Enter）"
      okButtonProps={{
        disabled: !acknowledged || job.running !== null,
        ...(counts.classified === 0 ? { 'data-first': '' } : {}),
      }}
      mustDecide={job.running !== null}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) void run();
        }}
      >
        <ul className="gwt-import-plan">
          {state.numbers.map((sentence) => (
            <li key={sentence}>{withWholeNumbers(sentence)}</li>
          ))}
          <li>
            {state.mapping.state === undefined ? '全部' : '未写状态的'}按“
            {INCOMING_STATE_NAMES[state.plainState]}”导入。
          </li>
          {counts.warnings === 0 ? null : (
            <li>▲ {counts.warnings} 行有请核对的地方，将按预览中的内容导入。</li>
          )}
          {counts.skipped === 0 ? null : <li>{counts.skipped} 行按您写的理由不导入。</li>}
          {counts.furniture === 0 ? null : <li>{counts.furniture} 行是合计、重复标题或说明，不导入。</li>}
          {state.importedBefore === null ? null : (
            <li className="gwt-import-warning">▲ {state.importedBefore}</li>
          )}
        </ul>
        {counts.classified === 0 ? null : (
          <div data-first="">
            <Checkbox checked={acknowledged} onChange={(event) => setAcknowledged(event.target.checked)}>
              已知悉：{counts.classified} 行涉及国家秘密，不导入本机，将转涉密登记
            </Checkbox>
          </div>
        )}
        {fault === null ? null : (
          <p role="alert" className="gwt-fault">
            {fault}
          </p>
        )}
        <JobProgress job={job} name="导入" />
      </div>
    </Dialog>
  );
}

/** 文号 never breaks: a word joiner stands behind its bracket. */
function withWholeNumbers(sentence: string): string {
  return sentence.replaceAll('〕', '〕\u2060');
}
