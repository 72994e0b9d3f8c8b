import { useState } from 'react';
import { Form, Input } from 'antd';
import { readHolidayNotice } from '../../../shared/domain/holiday-notice.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { GrowingText } from '../../ui/GrowingText.tsx';
import { useAttempt } from '../settings/use-attempt.ts';

interface NoticeDialogProps {
  readonly year: number;
  readonly onClose: () => void;
}

/** The words of the notice are read, checked against the calendar, shown, and stored when the person agrees. */
export function NoticeDialog({ year, onClose }: NoticeDialogProps) {
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const attempt = useAttempt();
  const { days, faults } = readHolidayNotice(text, year);
  const off = days.filter(({ workday }) => !workday).length;
  const typed = text.trim() !== '';
  const save = async (): Promise<void> => {
    const saved = await attempt(async () => {
      await api.directory.saveYear({ year, days: [...days], complete: true, source });
      return `已存${year}年放假安排：放假 ${off} 天，调休上班 ${days.length - off} 天。`;
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={`${year}年放假安排`}
      onCancel={onClose}
      onOk={() => void save()}
      okText="核对无误，存入"
      okButtonProps={{ disabled: !typed || faults.length > 0 }}
      width={640}
    >
      <p>把国务院办公厅《关于{year}年部分节假日安排的通知》里列各节日的几段粘贴到这里。</p>
      <Form.Item label="通知原文" htmlFor="gwt-notice" labelCol={{ flex: '72px' }}>
        <GrowingText
          id="gwt-notice"
          data-first=""
          value={text}
          maxLength={5000}
          placeholder="一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。……"
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="通知文号" htmlFor="gwt-notice-source" labelCol={{ flex: '72px' }}>
        <Input
          id="gwt-notice-source"
          value={source}
          maxLength={100}
          placeholder="例：国办发明电〔2025〕7号"
          onChange={(event) => setSource(event.target.value)}
        />
      </Form.Item>
      <div role="status">
        {typed && days.length > 0 ? (
          <p>
            读出放假 {off} 天，调休上班 {days.length - off} 天：
            {days.map(({ on, workday }) => `${inWords(on)}${workday ? '（班）' : ''}`).join('、')}
          </p>
        ) : null}
        {typed
          ? faults.map((fault) => (
              <p key={fault} className="gwt-severity-error">
                ✕ {fault}
              </p>
            ))
          : null}
      </div>
    </Dialog>
  );
}

/** 2027-01-05 is 1月5日. */
function inWords(on: string): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}
