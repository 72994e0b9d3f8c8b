import { Checkbox, InputNumber, Select } from 'antd';
import { INCOMING_FIELDS, PAPER_KEYS } from '../../../shared/domain/exchange/incoming-import.ts';
import { IMPORT_STATES } from '../../../shared/domain/exchange/ledger-paper.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import type { ImportState } from '../../../shared/features/exchange-import.ts';
import type { api } from '../../app/api.ts';

type SetUp = Omit<Parameters<typeof api.exchange.setUpImport>[0], 'id'>;

interface SetUpPanelProps {
  readonly state: ImportState;
  readonly onChange: (part: SetUp) => void;
}

const LEFT_OUT = 'none';

/** What the sheet means: where its headings stand and which column is which. */
export function SetUpPanel({ state, onChange }: SetUpPanelProps) {
  const { sheets, headingRow, headingHeight, headings, mapping } = state;
  const fieldOf = (column: number): PaperKey | undefined => PAPER_KEYS.find((key) => mapping[key] === column);
  const give = (column: number, value: string): void => {
    const field = PAPER_KEYS.find((key) => key === value);
    const others = Object.entries(mapping).filter(([key, taken]) => taken !== column && key !== field);
    onChange({
      mapping: { ...Object.fromEntries(others), ...(field === undefined ? {} : { [field]: column }) },
    });
  };
  return (
    <section className="gwt-import-setup" aria-label="台账的样子">
      {sheets.length > 1 ? (
        <>
          <label htmlFor="gwt-import-sheet">工作表</label>
          <Select
            id="gwt-import-sheet"
            value={state.sheet}
            onChange={(sheet) => onChange({ sheet })}
            options={sheets.map(({ name, rows }, value) => ({ value, label: `${name}（${rows} 行）` }))}
          />
        </>
      ) : null}
      <label htmlFor="gwt-import-heading">标题行</label>
      <span>
        第{' '}
        <InputNumber
          id="gwt-import-heading"
          min={1}
          max={1000}
          value={headingRow === null || headingRow < 0 ? null : headingRow + 1}
          onChange={(value) => {
            if (value !== null) onChange({ headingRow: value - 1 });
          }}
        />{' '}
        行
      </span>
      <span />
      <span>
        <Checkbox
          checked={headingHeight === 2}
          disabled={headingRow === null || headingRow < 0}
          onChange={(event) => onChange({ headingHeight: event.target.checked ? 2 : 1 })}
        >
          标题占两行
        </Checkbox>
        <Checkbox
          checked={headingRow === -1}
          onChange={(event) => onChange({ headingRow: event.target.checked ? -1 : 0 })}
        >
          没有标题行
        </Checkbox>
      </span>
      <label htmlFor="gwt-import-year">台账年份</label>
      <InputNumber
        id="gwt-import-year"
        min={1949}
        max={2099}
        value={state.year}
        placeholder="日期不写年份时用"
        onChange={(year) => onChange({ year })}
      />
      <label htmlFor="gwt-import-state">{mapping.state === undefined ? '导入为' : '未写状态的'}</label>
      <Select
        id="gwt-import-state"
        value={state.plainState}
        onChange={(plainState) => onChange({ plainState })}
        options={IMPORT_STATES.map((value) => ({ value, label: INCOMING_STATE_NAMES[value] }))}
      />
      <label htmlFor="gwt-import-numberless">没有收文号的</label>
      <Select
        id="gwt-import-numberless"
        value={state.numberless}
        onChange={(numberless) => onChange({ numberless })}
        options={[
          { value: 'none', label: '不占号' },
          { value: 'next', label: '今年的接着编新号' },
        ]}
      />
      <h2>
        各列是什么
        {state.remembered ? <span className="gwt-soft">（按上次的对应）</span> : null}
      </h2>
      {state.unmapped.length === 0 ? null : (
        <p className="gwt-severity-error" role="alert">
          ✕ 还没有指定：{state.unmapped.map((key) => INCOMING_FIELDS[key].label).join('、')}
        </p>
      )}
      <ul>
        {headings.map((heading, column) => {
          const field = fieldOf(column);
          const example = state.examples[column] ?? '';
          if (heading === '' && example === '' && field === undefined) return null;
          const name = heading === '' ? `第${column + 1}列` : heading;
          return (
            // Columns have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={column}>
              <span className="gwt-import-column" title={example === '' ? name : `${name}　例：${example}`}>
                {name}
                <small>{example}</small>
              </span>
              <Select
                aria-label={`“${name}”是`}
                value={field ?? LEFT_OUT}
                onChange={(value) => give(column, value)}
                showSearch={{ optionFilterProp: 'label' }}
                options={[
                  { value: LEFT_OUT, label: '不导入' },
                  ...PAPER_KEYS.map((key) => ({ value: key, label: INCOMING_FIELDS[key].label })),
                ]}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
