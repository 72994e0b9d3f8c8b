import { Dialog } from '../../ui/Dialog.tsx';
import { useState } from 'react';
import { Button, Checkbox, Form, Input } from 'antd';
import { GrowingText } from '../../ui/GrowingText.tsx';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { useQuery } from '@tanstack/react-query';
import type { IssuerCode } from '../../../shared/features/office.ts';
import { api } from '../../app/api.ts';
import { joinNames, splitNames } from '../outgoing/editor/form/name-list.ts';
import { officeGet } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

/** 机关代字 with the issuers a document of it starts with. */
export function IssuerCodeSection() {
  const office = useQuery(officeGet()).data;
  const [editing, setEditing] = useState<IssuerCode | 'new' | null>(null);
  return (
    <>
      <p className="gwt-soft">每个机关代字每年从 1 号起编。停用的代字不再编新号，已编的号保留。</p>
      <PlainTable
        label="机关代字"
        rows={office?.issuerCodes ?? []}
        keyOf={(row) => row.id}
        empty="还没有机关代字。"
        columns={[
          { title: '机关代字', width: 180, render: (row) => (row.sample ? `${row.code}（示例）` : row.code) },
          { title: '发文机关', render: (row) => row.issuers.join('、') },
          {
            title: '标志后缀',
            width: 90,
            render: (row) => (row.markSuffix === '' ? '不加' : row.markSuffix),
          },
          { title: '状态', width: 90, render: (row) => (row.active ? '● 在用' : '○ 停用') },
          {
            title: '',
            width: 90,
            render: (row) => (
              <Button aria-label={`修改机关代字 ${row.code}`} onClick={() => setEditing(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      <p>
        <Button onClick={() => setEditing('new')}>添加机关代字</Button>
      </p>
      {editing === null ? null : (
        <IssuerCodeDialog
          code={editing === 'new' ? undefined : editing}
          officeName={office?.name ?? ''}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface IssuerCodeDialogProps {
  readonly code: IssuerCode | undefined;
  readonly officeName: string;
  readonly onClose: () => void;
}

interface CodeValues {
  readonly code: string;
  readonly issuers: string;
  readonly markSuffix?: string;
  readonly active: boolean;
}

function IssuerCodeDialog({ code, officeName, onClose }: IssuerCodeDialogProps) {
  const [form] = Form.useForm<CodeValues>();
  const attempt = useAttempt();
  const save = async (values: CodeValues): Promise<void> => {
    const saved = await attempt(async () => {
      await api.office.saveIssuerCode({
        ...(code === undefined ? {} : { id: code.id, rowVersion: code.rowVersion }),
        code: values.code,
        issuers: splitNames(values.issuers),
        markSuffix: values.markSuffix ?? '',
        active: values.active,
      });
      return '已保存。';
    }, form);
    if (saved) onClose();
  };
  return (
    <Dialog
      title={code === undefined ? '添加机关代字' : '修改机关代字'}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText="保存"
    >
      <Form
        form={form}
        name="issuer-code"
        labelCol={{ flex: '88px' }}
        initialValues={{
          code: code?.code ?? '',
          issuers: joinNames(code?.issuers ?? [officeName]),
          markSuffix: code?.markSuffix ?? '文件',
          active: code?.active ?? true,
        }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item name="code" label="机关代字" rules={[{ required: true, message: '请填写机关代字' }]}>
          <Input data-first="" maxLength={20} placeholder="如：×卫健发" />
        </Form.Item>
        <Form.Item
          name="issuers"
          label="发文机关"
          rules={[{ required: true, message: '请填写发文机关' }]}
          extra="一行一个，主办机关在前。"
        >
          <GrowingText />
        </Form.Item>
        <Form.Item name="markSuffix" label="标志后缀" extra="一般为“文件”，留空则不加。">
          <Input maxLength={10} />
        </Form.Item>
        <Form.Item name="active" valuePropName="checked" label=" " colon={false}>
          <Checkbox>在用</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  );
}
