import { useState } from 'react';
import { Form } from 'antd';
import type { UrgingRow } from '../../../../shared/features/matter.ts';
import { AppError } from '../../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../../app/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { GrowingText } from '../../../ui/GrowingText.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';

interface AnswerDialogProps {
  readonly urging: Pick<UrgingRow, 'id' | 'target' | 'level' | 'number' | 'title'>;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const completePerson = (text: string) => api.incoming.completePerson({ text });

/** What the urged one answered. */
export function AnswerDialog({ urging, onClose, onDone }: AnswerDialogProps) {
  const [personName, setPersonName] = useState('');
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.matter.answerUrging({ urgingId: urging.id, personName, text });
      onDone();
    } catch (error) {
      const fields = error instanceof AppError ? error.fields : undefined;
      setFaults(fields ?? { text: messageOf(error) });
    } finally {
      setBusy(false);
    }
  };
  const item = (name: string) => ({
    validateStatus: faults[name] === undefined ? ('' as const) : ('error' as const),
    help: faults[name],
  });
  return (
    <Dialog
      title="登记答复"
      okText="登记"
      okButtonProps={{ loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
      width={480}
    >
      <p>
        {urging.target}对 {urging.number}“{urging.title}”的催办（{urging.level}）怎么答复。
      </p>
      <Form.Item label="答复人" htmlFor="gwt-answer-person" required {...item('personName')}>
        <div data-first="">
          <NameBox
            id="gwt-answer-person"
            value={personName}
            onChange={setPersonName}
            complete={completePerson}
            invalid={faults['personName'] !== undefined}
            maxLength={30}
          />
        </div>
      </Form.Item>
      <Form.Item label="答复内容" htmlFor="gwt-answer-text" required {...item('text')}>
        <GrowingText
          id="gwt-answer-text"
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Item>
    </Dialog>
  );
}
