import { useState } from 'react';
import { Form, InputNumber } from 'antd';
import type { BookNumberSetting } from '../../../shared/features/incoming-items.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from './use-attempt.ts';

/** A book with numbers of its own: its words and its commands. */
export interface BookNumbers {
  readonly key: string;
  /** What is written down in it: 收文. */
  readonly item: string;
  /** What its numbers are called: 收文号. */
  readonly name: string;
  /** The usual 字头. */
  readonly usual: string;
  readonly save: (setting: BookNumberSetting) => Promise<BookNumberSetting>;
  readonly start: (from: {
    readonly year: number;
    readonly first: number;
  }) => Promise<{ readonly number: string }>;
}

interface StartValues {
  readonly last: number | null;
}

interface SeriesStartProps {
  readonly book: BookNumbers;
  readonly onClose: () => void;
}

/** 本年已登记到 N 号: the book goes on where the paper one stopped. */
export function SeriesStartDialog({ book, onClose }: SeriesStartProps) {
  const [form] = Form.useForm<StartValues>();
  const [year] = useState(() => new Date().getFullYear());
  const last = Form.useWatch('last', form);
  const attempt = useAttempt();
  const save = async (values: StartValues): Promise<void> => {
    const done = await attempt(async () => {
      const { number } = await book.start({ year, first: (values.last ?? 0) + 1 });
      return `下一件${book.item}编为 ${number}。`;
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={`${year}年${book.name}起始`}
      okText="设定"
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <p className="gwt-soft">年中开始使用时，接着纸质登记簿往下编。登记过第一件之后就不能再改。</p>
      <Form
        form={form}
        name={`${book.key}-series`}
        labelCol={{ flex: '120px' }}
        initialValues={{ last: 0 }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="last"
          label="纸质已登记到"
          rules={[{ required: true, message: '请填写已登记到几号' }]}
          extra={typeof last === 'number' ? `从第 ${last + 1} 号开始` : undefined}
        >
          <InputNumber data-first="" min={0} max={999_998} precision={0} suffix="号" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
