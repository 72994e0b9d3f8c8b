import { useState } from 'react';
import { Form, Input, Radio } from 'antd';
import { GROUP_KIND_NAMES } from '../../../shared/features/directory.ts';
import type { GroupKind, PersonGroup } from '../../../shared/features/directory.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from '../settings/use-attempt.ts';
import { PeoplePicker } from './PeoplePicker.tsx';
import type { PickedPerson } from './people.ts';

interface GroupDialogProps {
  readonly group: PersonGroup | undefined;
  readonly kind: GroupKind;
  readonly onClose: () => void;
}

interface GroupValues {
  readonly name: string;
  readonly circulation: 'serial' | 'parallel';
}

export function GroupDialog({ group, kind, onClose }: GroupDialogProps) {
  const [form] = Form.useForm<GroupValues>();
  const attempt = useAttempt();
  const [members, setMembers] = useState<readonly PickedPerson[]>(
    (group?.members ?? []).map(({ personId, name }) => (personId === null ? { name } : { personId, name })),
  );
  const [fault, setFault] = useState<string | null>(null);
  const what = GROUP_KIND_NAMES[kind];
  const save = async (values: GroupValues): Promise<void> => {
    if (members.length === 0) {
      setFault('请至少添加一人。');
      return;
    }
    const saved = await attempt(async () => {
      await api.directory.saveGroup({
        ...(group === undefined ? {} : { id: group.id, rowVersion: group.rowVersion }),
        kind,
        name: values.name,
        circulation: kind === 'readers' ? values.circulation : '',
        members: members.map(({ personId, name }) => ({ personId: personId ?? null, name })),
      });
      return '已保存。';
    }, form);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={group === undefined ? `添加${what}` : `修改${what}`}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText="保存"
      width={520}
    >
      <Form
        form={form}
        name="group"
        labelCol={{ flex: '64px' }}
        initialValues={{ name: group?.name ?? '', circulation: group?.circulation || 'serial' }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input
            data-first=""
            maxLength={40}
            placeholder={kind === 'readers' ? '例：院领导传阅' : '例：中层干部'}
          />
        </Form.Item>
        {kind === 'readers' ? (
          <Form.Item name="circulation" label="方式">
            <Radio.Group
              options={[
                { value: 'serial', label: '依次传阅' },
                { value: 'parallel', label: '同时传阅' },
              ]}
            />
          </Form.Item>
        ) : null}
        <Form.Item
          label="人员"
          htmlFor="gwt-group-members"
          required
          validateStatus={fault === null ? '' : 'error'}
          help={fault}
        >
          <PeoplePicker
            id="gwt-group-members"
            label="人员"
            value={members}
            onChange={(people) => {
              setMembers(people);
              setFault(null);
            }}
            ordered={kind === 'readers'}
            invalid={fault !== null}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
