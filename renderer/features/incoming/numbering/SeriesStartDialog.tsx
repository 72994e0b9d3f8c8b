import { useState } from 'react';
import { Form, InputNumber } from 'antd';
import { api } from '../../../app/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useAttempt } from '../../settings/use-attempt.ts';

interface StartValues {
  readonly last: number | null;
}

/** 本年已登记到 N 号: the book goes on where the paper one stopped. */
export function SeriesStartDialog({ onClose }: { readonly onClose: () => void }) {
  const [form] = Form.useForm<StartValues>();
  const [year] = useState(() => new Date().getFullYear());
  const last = Form.useWatch('last', form);
  const attempt = useAttempt();
  const save = async (values: StartValues): Promise<void> => {
    const done = await attempt(async () => {
      const { number } = await api.incoming.startSeries({ year, first: (values.last ?? 0) + 1 });
      return `下一件收文编为 ${number}。`;
    });
    if (done) onClose();
  };
  return (
    <Dialog
      title={`${year}年收文号起始`}
      okText="设定"
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <p className="gwt-soft">年中开始使用时，接着纸质登记簿往下编。登记过第一件之后就不能再改。</p>
      <Form
        form={form}
        name="incoming-series"
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
