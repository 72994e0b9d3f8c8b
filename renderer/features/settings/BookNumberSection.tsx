import { useState } from 'react';
import { Button, Form, Input, InputNumber } from 'antd';
import type { BookNumberSetting } from '../../../shared/features/incoming-items.ts';
import { SeriesStartDialog } from './SeriesStartDialog.tsx';
import type { BookNumbers } from './SeriesStartDialog.tsx';
import { useAttempt } from './use-attempt.ts';

interface BookNumberSectionProps {
  readonly book: BookNumbers;
  readonly setting: BookNumberSetting | undefined;
  /** The number that comes next. */
  readonly next: string | undefined;
}

/** How the numbers of a book (收文、承办) are written, and where this year's book starts. */
export function BookNumberSection({ book, setting, next }: BookNumberSectionProps) {
  const [starting, setStarting] = useState(false);
  return (
    <>
      <p className="gwt-soft">
        下一件{book.item}将编为 <strong>{next ?? '…'}</strong>。已经登记的{book.name}不会改变。
      </p>
      {setting === undefined ? null : (
        <SettingForm key={`${setting.prefix}-${setting.digits}`} book={book} setting={setting} />
      )}
      <h2>起始号</h2>
      <p className="gwt-soft">年中开始使用时，接着纸质登记簿往下编；本年登记过第一件之后就不能再改。</p>
      <p className="gwt-toolbar-line">
        <Button onClick={() => setStarting(true)}>设定起始号…</Button>
      </p>
      {starting ? <SeriesStartDialog book={book} onClose={() => setStarting(false)} /> : null}
    </>
  );
}

interface SettingFormProps {
  readonly book: BookNumbers;
  readonly setting: BookNumberSetting;
}

function SettingForm({ book, setting }: SettingFormProps) {
  const [form] = Form.useForm<BookNumberSetting>();
  const [year] = useState(() => new Date().getFullYear());
  const typed = Form.useWatch([], form);
  const attempt = useAttempt();
  const save = async (values: BookNumberSetting): Promise<void> => {
    await attempt(async () => {
      await book.save(values);
      return '已保存。';
    }, form);
  };
  const { prefix, digits } = typed ?? setting;
  return (
    <Form
      form={form}
      name={`${book.key}-number`}
      className="gwt-settings-form"
      labelCol={{ flex: '96px' }}
      initialValues={setting}
      onFinish={(values) => void save(values)}
    >
      <Form.Item
        name="prefix"
        label="字头"
        rules={[{ required: true, message: `请填写字头，例如“${book.usual}”` }]}
      >
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
