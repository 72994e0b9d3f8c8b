import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Office } from '../../../shared/features/office.ts';
import { api } from '../../app/api.ts';
import { officeGet } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

export function OfficeSection() {
  const office = useQuery(officeGet()).data;
  return office === undefined ? null : <OfficeForm key={office.rowVersion} office={office} />;
}

interface OfficeValues {
  readonly name: string;
  readonly printingOffice: string;
}

function OfficeForm({ office }: { readonly office: Office }) {
  const [form] = Form.useForm<OfficeValues>();
  const attempt = useAttempt();
  return (
    <Form
      form={form}
      name="office"
      className="gwt-settings-form"
      labelCol={{ flex: '96px' }}
      initialValues={{ name: office.name, printingOffice: office.printingOffice }}
      onFinish={(values) =>
        void attempt(async () => {
          await api.office.update({ rowVersion: office.rowVersion, ...values });
          return '已保存。';
        }, form)
      }
    >
      <Form.Item
        name="name"
        label="单位名称"
        rules={[{ required: true, message: '请填写单位名称' }]}
        extra="新公文的发文机关和发文机关标志用它。"
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="printingOffice"
        label="印发机关"
        rules={[{ required: true, message: '请填写印发机关' }]}
        extra="新公文的版记用它。"
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item label=" " colon={false}>
        <Button type="primary" htmlType="submit">
          保存
        </Button>
      </Form.Item>
    </Form>
  );
}
