import { Dialog } from '../../ui/Dialog.tsx';
import { Form, Input, InputNumber } from 'antd';
import { api } from '../../app/api.ts';
import { useAttempt } from './use-attempt.ts';

interface DepartmentDialogProps {
  readonly department:
    | { readonly id: string; readonly rowVersion: number; readonly name: string; readonly sortOrder: number }
    | undefined;
  /** Place of a new department in the order. */
  readonly next: number;
  readonly onClose: () => void;
}

interface DepartmentValues {
  readonly name: string;
  readonly sortOrder: number;
}

export function DepartmentDialog({ department, next, onClose }: DepartmentDialogProps) {
  const [form] = Form.useForm<DepartmentValues>();
  const attempt = useAttempt();
  const save = async (values: DepartmentValues): Promise<void> => {
    const saved = await attempt(async () => {
      await api.office.saveDepartment({
        ...(department === undefined ? {} : { id: department.id, rowVersion: department.rowVersion }),
        ...values,
      });
      return '已保存。';
    }, form);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={department === undefined ? '添加部门' : '修改部门'}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText="保存"
      width={400}
    >
      <Form
        form={form}
        name="department"
        labelCol={{ flex: '64px' }}
        initialValues={{ name: department?.name ?? '', sortOrder: department?.sortOrder ?? next }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="name" label="部门" rules={[{ required: true, message: '请填写部门名称' }]}>
          <Input data-first="" maxLength={40} />
        </Form.Item>
        <Form.Item name="sortOrder" label="次序" rules={[{ required: true, message: '请填写次序' }]}>
          <InputNumber min={0} max={9999} precision={0} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
