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
  readonly mobile?: string;
  readonly email?: string;
  readonly room?: string;
  readonly remark?: string;
  readonly active: boolean;
}

const TEXTS = [
  ['phone', '办公电话', 40],
  ['mobile', '手机', 40],
  ['email', '邮箱', 80],
  ['room', '房间', 40],
  ['remark', '备注', 200],
] as const;

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
        mobile: values.mobile ?? '',
        email: values.email ?? '',
        room: values.room ?? '',
        remark: values.remark ?? '',
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
        labelCol={{ flex: '76px' }}
        initialValues={{
          name: person?.name ?? '',
          departmentId: person?.departmentId ?? null,
          post: person?.post ?? '',
          phone: person?.phone ?? '',
          mobile: person?.mobile ?? '',
          email: person?.email ?? '',
          room: person?.room ?? '',
          remark: person?.remark ?? '',
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
        {TEXTS.map(([key, label, max]) => (
          <Form.Item key={key} name={key} label={label}>
            <Input maxLength={max} />
          </Form.Item>
        ))}
        <Form.Item name="active" valuePropName="checked" label=" " colon={false}>
          <Checkbox>在岗</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
