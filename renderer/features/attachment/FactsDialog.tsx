import { useState } from 'react';
import { Form, Input, Radio } from 'antd';
import { ATTACHMENT_ROLE_NAMES, ATTACHMENT_ROLES } from '../../../shared/domain/attachment-roles.ts';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';

/** The name without its extension, which stays as it is. */
const stemOf = (name: string) => name.replace(/(.)\.[A-Za-z0-9]{1,8}$/u, '$1');

/** Name, 类别 and internal mark of a file. */
export function FactsDialog({ item, onClose }: { readonly item: Attachment; readonly onClose: () => void }) {
  const [name, setName] = useState(stemOf(item.name));
  const [role, setRole] = useState(item.role);
  const [secrecy, setSecrecy] = useState(item.secrecy);
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    try {
      await api.attachment.change({ id: item.id, rowVersion: item.rowVersion, name, role, secrecy });
      onClose();
    } catch (error) {
      setFault(error instanceof AppError ? (error.fields?.['name'] ?? messageOf(error)) : messageOf(error));
    }
  };
  return (
    <Dialog title="附件名称和类别" okText="保存" onOk={() => void save()} onCancel={onClose} width={520}>
      <Form layout="vertical" component="div">
        <Form.Item
          label="名称"
          htmlFor="gwt-attach-rename"
          validateStatus={fault === null ? '' : 'error'}
          help={fault}
        >
          <Input
            id="gwt-attach-rename"
            data-first=""
            value={name}
            maxLength={190}
            suffix={<span className="gwt-soft">{item.name.slice(stemOf(item.name).length)}</span>}
            onChange={(event) => {
              setName(event.target.value);
              setFault(null);
            }}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void save();
            }}
          />
        </Form.Item>
        <Form.Item label="类别">
          <Radio.Group
            aria-label="类别"
            optionType="button"
            value={role}
            onChange={(event) => setRole(ATTACHMENT_ROLES.find((one) => one === event.target.value) ?? role)}
            options={ATTACHMENT_ROLES.map((value) => ({ value, label: ATTACHMENT_ROLE_NAMES[value] }))}
          />
        </Form.Item>
        <Form.Item label="内部标记">
          <Radio.Group
            aria-label="内部标记"
            optionType="button"
            value={secrecy}
            onChange={(event) =>
              setSecrecy(
                (['', '内部', '工作秘密'] as const).find((one) => one === event.target.value) ?? secrecy,
              )
            }
            options={[
              { value: '', label: '无' },
              { value: '内部', label: '内部' },
              { value: '工作秘密', label: '工作秘密' },
            ]}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
