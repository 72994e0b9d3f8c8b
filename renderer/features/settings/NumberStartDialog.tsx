import { useState } from 'react';
import { Form, InputNumber, Select } from 'antd';
import type { IssuerCode } from '../../../shared/features/office.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from './use-attempt.ts';

interface NumberStartDialogProps {
  readonly issuerCodes: readonly IssuerCode[];
  readonly onClose: () => void;
}

interface StartValues {
  readonly issuerCode: string;
  readonly year: number;
  readonly lastUsed: number;
}

/** 本年已编到 N 号: where the series of an office starts that joins in the middle of a year. */
export function NumberStartDialog({ issuerCodes, onClose }: NumberStartDialogProps) {
  const [form] = Form.useForm<StartValues>();
  const [thisYear] = useState(() => new Date().getFullYear());
  const lastUsed = Form.useWatch('lastUsed', form);
  const attempt = useAttempt();
  const save = async (values: StartValues): Promise<void> => {
    const saved = await attempt(async () => {
      const row = await api.office.startSeries(values);
      return `${row.issuerCode}〔${row.year}〕从 ${row.first} 号开始。`;
    }, form);
    if (saved) onClose();
  };
  return (
    <Dialog title="设定起始号" onCancel={onClose} onOk={() => form.submit()} okText="设定" width={440}>
      <p className="gwt-soft">年中开始使用时，接着纸质登记簿往下编。用本程序编过一次号后，就不能再改。</p>
      <Form
        form={form}
        name="number-start"
        labelCol={{ flex: '96px' }}
        initialValues={{ issuerCode: issuerCodes[0]?.code, year: thisYear, lastUsed: 0 }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="issuerCode" label="机关代字" rules={[{ required: true, message: '请选择机关代字' }]}>
          <Select data-first="" options={issuerCodes.map(({ code }) => ({ value: code, label: code }))} />
        </Form.Item>
        <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
          <InputNumber min={1949} max={9999} precision={0} />
        </Form.Item>
        <Form.Item
          name="lastUsed"
          label="已编到"
          rules={[{ required: true, message: '请填写已编到几号' }]}
          extra={typeof lastUsed === 'number' ? `从 ${lastUsed + 1} 号开始` : undefined}
        >
          <InputNumber min={0} max={99_998} precision={0} suffix="号" />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
