import { Checkbox, Form, Input } from 'antd';
import type { Unit } from '../../../shared/features/directory.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../settings/use-attempt.ts';

interface UnitDialogProps {
  readonly unit: Unit | undefined;
  readonly onClose: () => void;
}

const TEXTS = [
  ['contact', '联系人', 30],
  ['phone', '电话', 60],
  ['fax', '传真', 40],
  ['address', '地址', 120],
  ['remark', '备注', 200],
] as const;
type TextKey = (typeof TEXTS)[number][0];

type UnitValues = { readonly name: string; readonly active: boolean } & Readonly<Record<TextKey, string>>;

export function UnitDialog({ unit, onClose }: UnitDialogProps) {
  const [form] = Form.useForm<UnitValues>();
  const attempt = useAttempt();
  const save = async (values: UnitValues): Promise<void> => {
    const saved = await attempt(async () => {
      await api.directory.saveUnit({
        ...(unit === undefined ? {} : { id: unit.id, rowVersion: unit.rowVersion }),
        ...values,
      });
      return '已保存。';
    }, form);
    if (saved) onClose();
  };
  const initial: UnitValues = {
    name: unit?.name ?? '',
    active: unit?.active ?? true,
    contact: unit?.contact ?? '',
    phone: unit?.phone ?? '',
    fax: unit?.fax ?? '',
    address: unit?.address ?? '',
    remark: unit?.remark ?? '',
  };
  return (
    <Dialog
      title={unit === undefined ? '添加单位' : '修改单位'}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText="保存"
      width={480}
    >
      <Form
        form={form}
        name="unit"
        labelCol={{ flex: '64px' }}
        initialValues={initial}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="name"
          label="单位"
          rules={[{ required: true, message: '请填写单位名称' }]}
          help={unit === undefined ? undefined : '改名只影响以后的登记，已登记的收文保留原名。'}
        >
          <Input data-first="" maxLength={100} />
        </Form.Item>
        {TEXTS.map(([key, label, max]) => (
          <Form.Item key={key} name={key} label={label}>
            <Input maxLength={max} />
          </Form.Item>
        ))}
        <Form.Item name="active" valuePropName="checked" label=" " colon={false}>
          <Checkbox>登记时联想这个单位</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
