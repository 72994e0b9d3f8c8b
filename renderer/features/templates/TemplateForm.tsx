import { AutoComplete, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { FormInstance } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { FORMATS, MARK_HEIGHT, MARK_WIDTH, SEALINGS } from '../../../shared/gongwen/model.ts';
import { OFFICIAL_REDS, RED_NAMES } from '../../../shared/gongwen/red.ts';
import {
  FORMAT_LABELS,
  SEALING_LABELS,
  TEMPLATE_LABELS,
  USUAL_SEALING,
  USUAL_SUFFIX,
} from '../../../shared/gongwen/template.ts';
import { GrowingText } from '../../ui/GrowingText.tsx';
import { officeGet } from '../settings/queries.ts';
import type { TemplateValues } from './form-values.ts';

interface TemplateFormProps {
  readonly form: FormInstance<TemplateValues>;
  readonly initial: TemplateValues;
  readonly disabled: boolean;
  readonly onChange: (values: TemplateValues) => void;
}

/** 20, not 20.0. */
function plainNumber(
  value: string | number | undefined,
  info: { userTyping: boolean; input: string },
): string {
  if (info.userTyping) return info.input;
  return value === undefined || value === '' ? '' : String(Number(value));
}

const SUFFIXES: ReadonlySet<string> = new Set(Object.values(USUAL_SUFFIX));

/**
 * What goes with a format: its usual sealing, a suffix that is only the usual one of another format, and 印发机关, which the 版记 of a
 * letter does not have (10.1). One's own words stay.
 */
function followFormat(
  values: TemplateValues,
  format: TemplateValues['format'],
  printingOffice: string,
): TemplateValues {
  return {
    ...values,
    markSuffix: SUFFIXES.has(values.markSuffix) ? USUAL_SUFFIX[format] : values.markSuffix,
    sealing: USUAL_SEALING[format],
    printingOffice: format === 'letter' ? '' : values.printingOffice || printingOffice,
  };
}

/** Everything a template sets, in the order of the page. */
export function TemplateForm({ form, initial, disabled, onChange }: TemplateFormProps) {
  const office = useQuery(officeGet()).data;
  const codes = (office?.issuerCodes ?? []).filter(({ active, sample }) => active && !sample);
  const changed = (part: Partial<TemplateValues>, all: TemplateValues): void => {
    const { format: chosen } = part;
    const values = chosen === undefined ? all : followFormat(all, chosen, office?.printingOffice ?? '');
    if (chosen !== undefined) form.setFieldsValue(values);
    onChange(values);
  };
  const format = Form.useWatch('format', form) ?? initial.format;
  const suffix = Form.useWatch('markSuffix', form) ?? initial.markSuffix;
  const printing = Form.useWatch('printingOffice', form) ?? initial.printingOffice;
  const code = Form.useWatch('issuerCode', form) ?? initial.issuerCode;
  const unknownCode = code !== '' && !codes.some((candidate) => candidate.code === code);
  return (
    <Form
      form={form}
      name="template"
      className="gwt-template-form"
      labelCol={{ flex: '84px' }}
      disabled={disabled}
      initialValues={initial}
      onValuesChange={changed}
    >
      <Form.Item name="name" label="模板名称" required>
        <Input maxLength={40} placeholder="如：局文件、局函" />
      </Form.Item>
      <Form.Item name="format" label={TEMPLATE_LABELS.format}>
        <Select options={FORMATS.map((value) => ({ value, label: FORMAT_LABELS[value] }))} />
      </Form.Item>
      <Form.Item name="issuers" label={TEMPLATE_LABELS.issuers} required>
        <GrowingText placeholder="一行一个，主办机关在前" />
      </Form.Item>
      <Form.Item name="markNames" label={TEMPLATE_LABELS.markNames}>
        <GrowingText placeholder="与发文机关相同时不填" />
      </Form.Item>
      <Form.Item name="markSuffix" label={TEMPLATE_LABELS.markSuffix}>
        <Input
          maxLength={10}
          disabled={disabled || (format === 'letter' && suffix === '')}
          placeholder={format === 'letter' ? '信函格式不加后缀' : '不加后缀'}
        />
      </Form.Item>
      <div className="gwt-template-pair">
        <Form.Item name="charHeight" label={TEMPLATE_LABELS.charHeight}>
          <InputNumber
            min={MARK_HEIGHT.min}
            max={MARK_HEIGHT.max}
            step={0.5}
            changeOnWheel={false}
            formatter={plainNumber}
            placeholder="自动"
            suffix="毫米"
          />
        </Form.Item>
        <Form.Item name="charWidth" label={TEMPLATE_LABELS.charWidth} labelCol={{ flex: '52px' }}>
          <InputNumber
            min={MARK_WIDTH.min}
            max={MARK_WIDTH.max}
            step={0.5}
            changeOnWheel={false}
            formatter={plainNumber}
            placeholder="自动"
            suffix="毫米"
          />
        </Form.Item>
      </div>
      <Form.Item name="color" label={TEMPLATE_LABELS.color}>
        <Select
          options={OFFICIAL_REDS.map((value) => ({
            value,
            label: (
              <span className="gwt-red">
                <span className="gwt-red-swatch" style={{ background: value }} />
                {RED_NAMES[value]}
              </span>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="issuerCode"
        label={TEMPLATE_LABELS.issuerCode}
        extra={
          unknownCode && office !== undefined
            ? '本单位在用的机关代字里没有它，编号前请先在“机关代字”里添加。'
            : undefined
        }
      >
        <AutoComplete
          options={codes.map((candidate) => ({ value: candidate.code }))}
          placeholder="编号时先给出这个代字"
        />
      </Form.Item>
      <Form.Item name="addressees" label={TEMPLATE_LABELS.addressees}>
        <GrowingText placeholder="常用的主送机关，一行一个；可不填" />
      </Form.Item>
      <Form.Item name="sealing" label={TEMPLATE_LABELS.sealing}>
        <Radio.Group options={SEALINGS.map((value) => ({ value, label: SEALING_LABELS[value] }))} />
      </Form.Item>
      <Form.Item name="copyTo" label={TEMPLATE_LABELS.copyTo}>
        <GrowingText placeholder="一行一组，同组用顿号分开；可不填" />
      </Form.Item>
      <Form.Item name="printingOffice" label={TEMPLATE_LABELS.printingOffice}>
        <Input
          disabled={disabled || (format === 'letter' && printing === '')}
          placeholder={format === 'letter' ? '信函格式不加印发机关' : '不填则用公文原有的'}
        />
      </Form.Item>
    </Form>
  );
}
