import type { ReactNode } from 'react';
import { Checkbox, Input } from 'antd';
import { CHANNELS_OF_RECEIPT, URGENCIES } from '../../../../shared/domain/flow-incoming.ts';
import { INCOMING_SECRECY } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { ChoiceRow } from '../../../ui/ChoiceRow.tsx';
import { GrowingText } from '../../../ui/GrowingText.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';
import { completeGenre } from './genres.ts';
import { REGISTRATION_LABELS } from './labels.ts';
import { oneLine } from './registration.ts';
import type { Faults, Registration, RegistrationKey } from './registration.ts';
import { controlId, noteId, RegistrationField } from './RegistrationField.tsx';

export type Notes = Readonly<Partial<Record<RegistrationKey, ReactNode>>>;

interface RegistrationFormProps {
  readonly values: Registration;
  readonly faults: Faults;
  readonly notes: Notes;
  readonly onChange: (part: Partial<Registration>) => void;
  readonly onLeave: (field: RegistrationKey) => void;
  /** Takes what stands as a proposal under a field; false when there is none. */
  readonly onAccept: (field: RegistrationKey) => boolean;
  readonly folded: boolean;
  readonly onFold: () => void;
  /** 签收 belongs to a paper that is being registered, not to one corrected later. */
  readonly withReceipt: boolean;
  /** From 分办 on the deadline moves by 延期 only. */
  readonly dueLocked: boolean;
}

const SECRECY_OPTIONS = INCOMING_SECRECY.map((value) => ({ value, label: value === '' ? '无' : value }));
const URGENCY_OPTIONS = URGENCIES.map((value) => ({ value, label: value }));
const CHANNEL_OPTIONS = CHANNELS_OF_RECEIPT.map((value) => ({ value, label: value }));
const completeSender = (text: string) => api.incoming.completeSender({ text });

/** The fields of a paper in the order of the receiving book, the seldom used ones folded away. */
export function RegistrationForm(props: RegistrationFormProps) {
  const { values, faults, notes, onChange, onLeave } = props;
  const frame = (field: RegistrationKey) => ({
    field,
    label: REGISTRATION_LABELS[field],
    fault: faults[field],
    note: notes[field],
  });
  const textBox = (
    field: TextKey,
    options: { placeholder?: string; maxLength: number; disabled?: boolean },
  ) => (
    <Input
      id={controlId(field)}
      value={values[field]}
      autoComplete="off"
      aria-describedby={noteId(field)}
      aria-invalid={faults[field] !== undefined || undefined}
      status={faults[field] === undefined ? '' : 'error'}
      {...options}
      onChange={(event) => onChange({ [field]: event.target.value })}
      onBlur={() => onLeave(field)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' && !event.nativeEvent.isComposing && props.onAccept(field))
          event.preventDefault();
      }}
    />
  );
  return (
    <div className="gwt-reg-form">
      <RegistrationField {...frame('senderName')} span={6} required>
        <NameBox
          id={controlId('senderName')}
          value={values.senderName}
          onChange={(senderName) => onChange({ senderName })}
          onBlur={() => onLeave('senderName')}
          complete={completeSender}
          placeholder="名称或拼音首字母，↓ 列出常用"
          invalid={faults.senderName !== undefined}
          describedBy={noteId('senderName')}
          maxLength={100}
        />
      </RegistrationField>
      <RegistrationField {...frame('documentNumber')} span={6} caret="end">
        {textBox('documentNumber', { maxLength: 60, placeholder: '江政办发2026-38，留空为无文号' })}
      </RegistrationField>
      <RegistrationField {...frame('title')} span={12} required>
        <GrowingText
          id={controlId('title')}
          value={values.title}
          maxLength={300}
          aria-describedby={noteId('title')}
          aria-invalid={faults.title !== undefined || undefined}
          status={faults.title === undefined ? '' : 'error'}
          onChange={(event) => onChange({ title: oneLine(event.target.value) })}
          onBlur={() => onLeave('title')}
        />
      </RegistrationField>
      <RegistrationField {...frame('genre')} span={6}>
        <NameBox
          id={controlId('genre')}
          value={values.genre}
          onChange={(genre) => onChange({ genre })}
          onBlur={() => onLeave('genre')}
          complete={completeGenre}
          placeholder="通知、函…或首字母 tz"
          invalid={faults.genre !== undefined}
          describedBy={noteId('genre')}
          maxLength={20}
        />
      </RegistrationField>
      <RegistrationField {...frame('secrecy')} span={6} group>
        <ChoiceRow
          label="密级"
          options={SECRECY_OPTIONS}
          value={values.secrecy}
          onChange={(secrecy) => onChange({ secrecy })}
        />
      </RegistrationField>
      <RegistrationField {...frame('urgency')} span={6} group>
        <ChoiceRow
          label="急缓"
          options={URGENCY_OPTIONS}
          value={values.urgency}
          onChange={(urgency) => onChange({ urgency })}
        />
      </RegistrationField>
      <RegistrationField {...frame('channel')} span={6} group>
        <ChoiceRow
          label="来文方式"
          options={CHANNEL_OPTIONS}
          value={values.channel}
          onChange={(channel) => onChange({ channel })}
        />
      </RegistrationField>
      <RegistrationField {...frame('copies')} span={4}>
        {textBox('copies', { maxLength: 4 })}
      </RegistrationField>
      <RegistrationField {...frame('attachmentCount')} span={4}>
        {textBox('attachmentCount', { maxLength: 3 })}
      </RegistrationField>
      <RegistrationField {...frame('pageCount')} span={4}>
        {textBox('pageCount', { maxLength: 5 })}
      </RegistrationField>
      <RegistrationField {...frame('issuedOn')} span={4}>
        {textBox('issuedOn', { maxLength: 20, placeholder: '3-5、20260305' })}
      </RegistrationField>
      <RegistrationField {...frame('dueOn')} span={4}>
        {textBox('dueOn', { maxLength: 20, placeholder: '12-5、+3 个工作日', disabled: props.dueLocked })}
      </RegistrationField>
      <RegistrationField {...frame('replyRequired')} span={4} group>
        <Checkbox
          checked={values.replyRequired}
          onChange={(event) => onChange({ replyRequired: event.target.checked })}
        >
          要求答复（空格）
        </Checkbox>
      </RegistrationField>
      <div className="gwt-reg-fold">
        <button type="button" aria-expanded={!props.folded} onClick={props.onFold}>
          {props.folded ? '▸' : '▾'} 份号、保密期限{props.withReceipt ? '、签收、实体去向' : ''}、备注（F4）
        </button>
      </div>
      {props.folded ? null : (
        <>
          <RegistrationField {...frame('copyNumber')} span={4}>
            {textBox('copyNumber', { maxLength: 20 })}
          </RegistrationField>
          <RegistrationField {...frame('secrecyTerm')} span={4}>
            {textBox('secrecyTerm', { maxLength: 20 })}
          </RegistrationField>
          {props.withReceipt ? (
            <>
              <RegistrationField {...frame('receivedAt')} span={4}>
                {textBox('receivedAt', { maxLength: 20, placeholder: '现在' })}
              </RegistrationField>
              <RegistrationField {...frame('signerName')} span={4}>
                {textBox('signerName', { maxLength: 30, placeholder: '本人' })}
              </RegistrationField>
              <RegistrationField {...frame('location')} span={4}>
                {textBox('location', { maxLength: 60, placeholder: '办公室' })}
              </RegistrationField>
            </>
          ) : null}
          <RegistrationField {...frame('remark')} span={12}>
            {textBox('remark', { maxLength: 500 })}
          </RegistrationField>
        </>
      )}
    </div>
  );
}

type TextKey = Exclude<RegistrationKey, 'secrecy' | 'urgency' | 'channel' | 'replyRequired'>;
