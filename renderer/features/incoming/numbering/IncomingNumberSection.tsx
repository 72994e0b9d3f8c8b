import { useState } from 'react';
import { Button, Form, Input, InputNumber } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { IncomingNumberSetting } from '../../../../shared/features/incoming.ts';
import { api } from '../../../app/api.ts';
import { useAttempt } from '../../settings/use-attempt.ts';
import { incomingNumberSetting, nextIncomingNumber } from '../queries.ts';
import { SeriesStartDialog } from './SeriesStartDialog.tsx';

/** How the 收文号 is written, and where this year's book starts. */
export function IncomingNumberSection() {
  const setting = useQuery(incomingNumberSetting()).data;
  const next = useQuery(nextIncomingNumber()).data;
  const [starting, setStarting] = useState(false);
  return (
    <>
      <p className="gwt-soft">
        下一件收文将编为 <strong>{next?.number ?? '…'}</strong>。已经登记的收文号不会改变。
      </p>
      {setting === undefined ? null : (
        <SettingForm key={`${setting.prefix}-${setting.digits}`} setting={setting} />
      )}
      <h2>起始号</h2>
      <p className="gwt-soft">年中开始使用时，接着纸质登记簿往下编；本年登记过第一件之后就不能再改。</p>
      <p className="gwt-toolbar-line">
        <Button onClick={() => setStarting(true)}>设定起始号…</Button>
      </p>
      {starting ? <SeriesStartDialog onClose={() => setStarting(false)} /> : null}
    </>
  );
}

function SettingForm({ setting }: { readonly setting: IncomingNumberSetting }) {
  const [form] = Form.useForm<IncomingNumberSetting>();
  const [year] = useState(() => new Date().getFullYear());
  const typed = Form.useWatch([], form);
  const attempt = useAttempt();
  const save = async (values: IncomingNumberSetting): Promise<void> => {
    await attempt(async () => {
      await api.incoming.saveNumberSetting(values);
      return '已保存。';
    }, form);
  };
  const { prefix, digits } = typed ?? setting;
  return (
    <Form
      form={form}
      name="incoming-number"
      className="gwt-settings-form"
      labelCol={{ flex: '96px' }}
      initialValues={setting}
      onFinish={(values) => void save(values)}
    >
      <Form.Item name="prefix" label="字头" rules={[{ required: true, message: '请填写字头，例如“收”' }]}>
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item
        name="digits"
        label="号数位数"
        rules={[{ required: true, message: '请填写位数' }]}
        extra={`例如 ${prefix ?? ''}〔${year}〕${'1'.padStart(digits ?? 1, '0')}`}
      >
        <InputNumber min={1} max={6} precision={0} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        保存
      </Button>
    </Form>
  );
}
