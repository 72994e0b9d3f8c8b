import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import { DISTRIBUTION_METHODS } from '../../../../shared/domain/outgoing-fields.ts';
import type { Recipient } from '../../../../shared/features/outgoing-process.ts';
import { today } from '../../../app/format.ts';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { NameBox } from '../../../ui/NameBox.tsx';
import { DistributionLists } from './DistributionLists.tsx';
import type { StepValues } from './step-values.ts';

interface DistributionControlProps {
  readonly control: FieldControl<StepValues>;
  /** Units that are on the list already: their names stay, and none can be taken off. */
  readonly sent: readonly string[];
  /** 签收 is written down as well. */
  readonly receipts: boolean;
  readonly copyNumbered: boolean;
}

const METHODS = () => Promise.resolve(DISTRIBUTION_METHODS.map((name) => ({ id: name, name, note: '' })));

export const blankRecipient = (unit = ''): Recipient => ({
  unit,
  copies: 1,
  method: '公文交换',
  copyNumbers: '',
  receiver: '',
  receivedOn: null,
  waiver: '',
  note: '',
});

/** The units as a small ledger: Enter goes from field to field, ↑↓ from line to line, Alt+签 fills in today. */
export function DistributionControl(props: DistributionControlProps) {
  const { control, sent, receipts, copyNumbered } = props;
  const rows = control.values.distribution ?? [];
  const table = useRef<HTMLTableElement>(null);
  const put = (distribution: Recipient[]): void => control.change({ distribution });
  const set = (index: number, part: Partial<Recipient>): void =>
    put(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  const focusIn = (index: number, column: string): void => {
    requestAnimationFrame(() =>
      table.current
        ?.querySelectorAll('tbody tr')
        .item(index)
        ?.querySelector<HTMLElement>(`[data-column="${column}"] input`)
        ?.focus(),
    );
  };
  const add = (): void => {
    put([...rows, blankRecipient()]);
    focusIn(rows.length, 'unit');
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement))
      return;
    const column = event.target.closest('[data-column]')?.getAttribute('data-column') ?? '';
    const takesArrows = event.target.getAttribute('role') === 'combobox' || column === 'copies';
    if (event.key === 'ArrowDown' && !takesArrows && index + 1 < rows.length) focusIn(index + 1, column);
    else if (event.key === 'ArrowUp' && !takesArrows && index > 0) focusIn(index - 1, column);
    else if (event.key === 'F3' && receipts) {
      set(index, { receivedOn: today() });
      focusIn(Math.min(index + 1, rows.length - 1), 'receiver');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const copies = rows.reduce((sum, row) => sum + row.copies, 0);
  return (
    <div className="gwt-distribution">
      <table className="gwt-table" aria-label="分发表" ref={table}>
        <thead>
          <tr>
            <th scope="col" data-column="unit">
              单位
            </th>
            <th scope="col" data-column="copies">
              份数
            </th>
            <th scope="col" data-column="method">
              方式
            </th>
            {copyNumbered ? (
              <th scope="col" data-column="copyNumbers">
                份号
              </th>
            ) : null}
            {receipts ? (
              <>
                <th scope="col" data-column="receiver">
                  签收人
                </th>
                <th scope="col" data-column="receivedOn">
                  签收日期（F3 今天）
                </th>
                <th scope="col" data-column="waiver">
                  免签收原因
                </th>
              </>
            ) : null}
            {receipts ? (
              <th scope="col" data-column="note">
                备注
              </th>
            ) : null}
            <th scope="col" data-column="tools">
              <span className="gwt-visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const fixed = sent.includes(row.unit) && index < sent.length;
            const name = row.unit === '' ? `第${index + 1}行` : row.unit;
            return (
              // Rows have no identity but their place while they are typed.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} onKeyDown={(event) => onKeyDown(event, index)}>
                <td data-column="unit">
                  {fixed ? (
                    row.unit
                  ) : (
                    <Input
                      {...(index === 0 ? { id: control.id } : {})}
                      aria-label={`第${index + 1}行单位`}
                      value={row.unit}
                      maxLength={60}
                      onChange={(event) => set(index, { unit: event.target.value })}
                    />
                  )}
                </td>
                <td data-column="copies">
                  <InputNumber
                    aria-label={`${name}份数`}
                    min={0}
                    max={9999}
                    precision={0}
                    value={row.copies}
                    onChange={(count) => set(index, { copies: count ?? 0 })}
                  />
                </td>
                <td data-column="method">
                  <NameBox
                    label={`${name}方式`}
                    value={row.method}
                    onChange={(text) => {
                      const method = DISTRIBUTION_METHODS.find((known) => known === text);
                      if (method !== undefined) set(index, { method });
                    }}
                    complete={METHODS}
                  />
                </td>
                {copyNumbered ? (
                  <td data-column="copyNumbers">
                    <Input
                      aria-label={`${name}份号`}
                      value={row.copyNumbers}
                      maxLength={40}
                      onChange={(event) => set(index, { copyNumbers: event.target.value })}
                    />
                  </td>
                ) : null}
                {receipts ? (
                  <>
                    <td data-column="receiver">
                      <Input
                        aria-label={`${name}签收人`}
                        value={row.receiver}
                        maxLength={30}
                        onChange={(event) => set(index, { receiver: event.target.value })}
                      />
                    </td>
                    <td data-column="receivedOn">
                      <DateBox
                        key={row.receivedOn ?? ''}
                        label={`${name}签收日期`}
                        value={row.receivedOn ?? undefined}
                        onChange={(on) => set(index, { receivedOn: on ?? null })}
                      />
                    </td>
                    <td data-column="waiver">
                      <Input
                        aria-label={`${name}免签收原因`}
                        value={row.waiver}
                        maxLength={60}
                        onChange={(event) => set(index, { waiver: event.target.value })}
                      />
                    </td>
                    <td data-column="note">
                      <Input
                        aria-label={`${name}备注`}
                        value={row.note}
                        maxLength={100}
                        onChange={(event) => set(index, { note: event.target.value })}
                      />
                    </td>
                  </>
                ) : null}
                <td>
                  {fixed ? null : (
                    <Button
                      type="text"
                      size="small"
                      aria-label={`去掉${name}`}
                      onClick={() => put(rows.filter((_row, at) => at !== index))}
                    >
                      ×
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="gwt-distribution-tools">
        <Button size="small" onClick={add}>
          加一行
        </Button>
        {receipts ? (
          <Checkbox
            checked={
              rows.length > 0 &&
              rows.every((row) => row.receivedOn !== null || row.waiver !== '' || row.method === '存档')
            }
            onChange={(event) => {
              if (!event.target.checked) return;
              put(
                rows.map((row) =>
                  row.receivedOn === null && row.waiver === '' && row.method !== '存档'
                    ? { ...row, receivedOn: today() }
                    : row,
                ),
              );
            }}
          >
            其余全部今天签收
          </Checkbox>
        ) : null}
        <DistributionLists
          rows={rows}
          onTake={(units) => {
            const present = rows.filter(({ unit }) => unit.trim() !== '');
            const known = new Set(present.map(({ unit }) => unit));
            put([
              ...present,
              ...units
                .filter(({ unit }) => !known.has(unit))
                .map((unit) => Object.assign(blankRecipient(), unit)),
            ]);
          }}
        />
        <span className="gwt-spring" />
        <span role="status" aria-label="分发合计">
          {rows.length} 个单位，共 {copies} 份
        </span>
      </div>
    </div>
  );
}
