import { Checkbox, Input } from 'antd';
import {
  MATTER_SOURCE_NAMES,
  MATTER_SOURCES,
  MATTER_URGENCIES,
} from '../../../../shared/domain/flow-matter.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { INCOMING_SECRECY } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { Choice } from '../../../ui/flow/Choice.tsx';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import { DeadlineBox } from '../../../ui/flow/DeadlineBox.tsx';
import type { FieldControl, FlowField } from '../../../ui/flow/flow-field.ts';
import { GrowingText } from '../../../ui/GrowingText.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';
import { DepartmentPicker, DepartmentsPicker } from '../../directory/DepartmentPicker.tsx';
import { titleFrom } from './matter-values.ts';
import type { MatterValues } from './matter-values.ts';
import { enterMovesOn } from './enter-moves-on.ts';

type Control = FieldControl<MatterValues>;
const completePerson = (text: string) => api.incoming.completePerson({ text });
const same = (words: readonly string[], none = '') =>
  words.map((word) => ({ value: word, label: word === '' ? none : word }));
const SOURCES = MATTER_SOURCES.map((value) => ({ value, label: MATTER_SOURCE_NAMES[value] }));

const line = (field: 'title' | 'orderedTime' | 'remark', maxLength: number, placeholder = '') =>
  function Line(control: Control) {
    return (
      <Input
        id={control.id}
        value={control.values[field]}
        maxLength={maxLength}
        placeholder={placeholder}
        autoComplete="off"
        status={control.invalid ? 'error' : ''}
        aria-invalid={control.invalid || undefined}
        aria-describedby={control.describedBy}
        onChange={(event) => control.change({ [field]: event.target.value })}
      />
    );
  };

function Words(control: Control) {
  return (
    <GrowingText
      id={control.id}
      value={control.values.words}
      maxLength={2000}
      placeholder="原话照录；Shift+Enter 换行"
      status={control.invalid ? 'error' : ''}
      aria-describedby={control.describedBy}
      onChange={(event) => control.change({ words: event.target.value })}
      onKeyDown={enterMovesOn}
      onBlur={() => {
        // An order in one sentence is its own title.
        if (control.values.title === '' && control.values.words !== '')
          control.change({ title: titleFrom(control.values.words) });
      }}
    />
  );
}

const field = (
  name: string,
  label: string,
  render: FlowField<MatterValues>['render'],
  more: { readonly required?: boolean; readonly help?: string } = {},
): FlowField<MatterValues> => ({
  name,
  label,
  render,
  required: more.required ?? false,
  ...(more.help === undefined ? {} : { help: more.help }),
});
interface FieldsFor {
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** 主办 and 会办 are named at once; later they go by 交办, 转办 and so on. */
  readonly withHandling: boolean;
  /** From 交办 on the deadline moves by 延期 only. */
  readonly dueLocked: boolean;
}

/** The fields of an order: who, when, the very words; then who does it, by when. */
export function entryFields(options: FieldsFor): FlowField<MatterValues>[] {
  const { calendar, today, withHandling, dueLocked } = options;
  return [
    field(
      'orderedBy',
      '交办人',
      (control) => (
        <NameBox
          id={control.id}
          value={control.values.orderedBy}
          onChange={(orderedBy) => control.change({ orderedBy })}
          complete={completePerson}
          placeholder="姓名或拼音首字母；会议、来电写会议名称、来电人"
          invalid={control.invalid}
          describedBy={control.describedBy}
          maxLength={60}
        />
      ),
      { required: true },
    ),
    field('words', '交办原话', Words),
    field('title', '事项', line('title', 200, '办什么事；空着时取原话第一句'), { required: true }),
    ...(withHandling
      ? [
          field('leadDepartmentId', '主办部门', (control) => (
            <DepartmentPicker
              id={control.id}
              label={control.label}
              value={control.values.leadDepartmentId ?? null}
              onChange={(id) => control.change({ leadDepartmentId: id ?? undefined })}
              placeholder="空着为待交办"
              invalid={control.invalid}
              describedBy={control.describedBy}
            />
          )),
          field('assists', '会办部门', (control) => (
            <DepartmentsPicker
              id={control.id}
              label={control.label}
              value={control.values.assistDepartmentIds}
              except={control.values.leadDepartmentId === undefined ? [] : [control.values.leadDepartmentId]}
              onChange={(assistDepartmentIds) => control.change({ assistDepartmentIds })}
              invalid={control.invalid}
              describedBy={control.describedBy}
            />
          )),
        ]
      : []),
    dueLocked
      ? field(
          'dueOn',
          '办理时限',
          (control) => (
            <Input
              id={control.id}
              value={control.values.dueOn ?? ''}
              disabled
              aria-describedby={control.describedBy}
            />
          ),
          { help: '已随交办确定；要改请用“延期”。' },
        )
      : field('dueOn', '办理时限', (control) => (
          <DeadlineBox
            id={control.id}
            label={control.label}
            value={control.values.dueOn}
            onChange={(dueOn) => control.change({ dueOn })}
            calendar={calendar}
            today={today}
            invalid={control.invalid}
            describedBy={control.describedBy}
          />
        )),
    field('source', '来源', (control) => (
      <Choice
        control={control}
        value={control.values.source}
        options={SOURCES}
        onChange={(value) => control.change({ source: oneOf(MATTER_SOURCES, value, 'other') })}
      />
    )),
    field('urgency', '急缓', (control) => (
      <Choice
        control={control}
        value={control.values.urgency}
        options={same(MATTER_URGENCIES)}
        onChange={(value) => control.change({ urgency: oneOf(MATTER_URGENCIES, value, '平件') })}
      />
    )),
    field(
      'orderedOn',
      '交办日期',
      (control) => (
        <DateBox
          id={control.id}
          value={control.values.orderedOn}
          onChange={(orderedOn) => control.change({ orderedOn })}
          invalid={control.invalid}
          describedBy={control.describedBy}
        />
      ),
      { required: true },
    ),
    field('orderedTime', '交办时间', line('orderedTime', 5, '09:30，可空')),
    field('secrecy', '密级', (control) => (
      <Choice
        control={control}
        value={control.values.secrecy}
        options={same(INCOMING_SECRECY, '无')}
        onChange={(value) => control.change({ secrecy: oneOf(INCOMING_SECRECY, value, '') })}
      />
    )),
    field('replyRequired', '答复', (control) => (
      <Checkbox
        id={control.id}
        checked={control.values.replyRequired}
        onChange={(event) => control.change({ replyRequired: event.target.checked })}
      >
        办完须答复交办人（空格）
      </Checkbox>
    )),
    field('remark', '备注', line('remark', 500)),
  ];
}

function oneOf<T extends string>(values: readonly T[], text: string, otherwise: T): T {
  return values.find((value) => value === text) ?? otherwise;
}
