import { useState } from 'react';
import { App, Form, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ImportBatch } from '../../../shared/features/exchange-import.ts';
import { api, messageOf } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { GrowingText } from '../../ui/GrowingText.tsx';
import { undoCheck } from './queries.ts';

interface UndoImportDialogProps {
  readonly batch: ImportBatch;
  readonly onClose: () => void;
}

/** Takes an import back; asks what becomes of papers that have been worked on since. */
export function UndoImportDialog({ batch, onClose }: UndoImportDialogProps) {
  const { message } = App.useApp();
  const check = useQuery(undoCheck(batch.id)).data;
  const [changed, setChanged] = useState<'refuse' | 'void'>('refuse');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const blocked = check !== undefined && check.changed > 0 && changed === 'refuse';
  const undo = async (): Promise<void> => {
    if (reason.trim().length < 2) {
      setFault('请写明理由（至少两个字）。');
      return;
    }
    setBusy(true);
    try {
      const { id, rowVersion } = batch;
      const done = await api.exchange.undoImport({ id, rowVersion, reason: reason.trim(), changed });
      const voided = done.voided === 0 ? '' : `，作废 ${done.voided} 件`;
      message.success(`已撤销导入：移除 ${done.removed} 件${voided}。`);
      onClose();
    } catch (error) {
      setFault(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="撤销导入"
      width={560}
      okText="撤销导入"
      okButtonProps={{ danger: true, loading: busy, disabled: check === undefined || blocked }}
      ready={check !== undefined}
      onOk={() => void undo()}
      onCancel={onClose}
    >
      {check === undefined ? null : (
        <>
          <p>
            “{batch.fileName}”导入的 {batch.imported}{' '}
            件将从收文中移除，收文号、来文单位恢复到导入前。其他收文不受影响。
          </p>
          {check.changed === 0 ? null : (
            <div className="gwt-import-note">
              <p>其中 {check.changed} 件在导入后已办理过：</p>
              <ul>
                {check.examples.slice(0, 5).map(({ id, number, title, what }) => (
                  <li key={id}>
                    {number} {title}（{what}）
                  </li>
                ))}
                {check.changed > 5 ? <li>……</li> : null}
              </ul>
              <Radio.Group
                aria-label="已办理过的怎么办"
                value={changed}
                onChange={(event) => setChanged(event.target.value === 'void' ? 'void' : 'refuse')}
                options={[
                  { value: 'refuse', label: '不撤销' },
                  { value: 'void', label: '这些作废（保留收文号），其余移除' },
                ]}
              />
            </div>
          )}
          <Form.Item
            label="理由"
            htmlFor="gwt-undo-reason"
            required
            validateStatus={fault === null ? '' : 'error'}
            help={fault}
          >
            <GrowingText
              id="gwt-undo-reason"
              data-first=""
              value={reason}
              maxLength={200}
              onChange={(event) => {
                setReason(event.target.value);
                setFault(null);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing && !blocked)
                  void undo();
              }}
            />
          </Form.Item>
        </>
      )}
    </Dialog>
  );
}
