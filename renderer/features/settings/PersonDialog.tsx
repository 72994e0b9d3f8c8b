import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, Form, Input, Select } from 'antd';
import type { Person } from '../../../shared/features/office.ts';
import { api } from '../../app/api.ts';
import { useAttempt } from './use-attempt.ts';

interface PersonDialogProps {
  readonly person: Person | undefined;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

interface PersonValues {
  readonly name: string;
  readonly departmentId?: string | null;
  readonly post?: string;
  readonly phone?: string;
  readonly active: boolean;
}

export function PersonDialog({ person, departments, onClose }: PersonDialogProps) {
  const [form] = Form.useForm<PersonValues>();
  const attempt = useAttempt();
  const save = async (values: PersonValues): Promise<void> => {
    const saved = await attempt(async () => {
      await api.office.savePerson({
        ...(person === undefined ? {} : { id: person.id, rowVersion: person.rowVersion }),
        name: values.name,
        departmentId: values.departmentId ?? null,
        post: values.post ?? '',
        phone: values.phone ?? '',
        active: values.active,
      });
      return '已保存。';
    }, form);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={person === undefined ? '添加人员' : '修改人员'}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText="保存"
      width={440}
    >
      <Form
        form={form}
        name="person"
        labelCol={{ flex: '64px' }}
        initialValues={{
          name: person?.name ?? '',
          departmentId: person?.departmentId ?? null,
          post: person?.post ?? '',
          phone: person?.phone ?? '',
          active: person?.active ?? true,
        }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input data-first="" maxLength={30} />
        </Form.Item>
        <Form.Item name="departmentId" label="部门">
          <Select
            allowClear
            options={departments.map((department) => ({ value: department.id, label: department.name }))}
          />
        </Form.Item>
        <Form.Item name="post" label="职务">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="phone" label="电话">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="active" valuePropName="checked" label=" " colon={false}>
          <Checkbox>在岗</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
