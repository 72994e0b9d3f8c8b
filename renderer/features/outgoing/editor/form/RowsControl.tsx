import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useRowFocus } from './use-row-focus.ts';

type RowValues = Readonly<Record<string, string | undefined>>;

interface RowsControlProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly rows: readonly RowValues[];
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    /** Chosen from these instead of typed. */
    readonly choices?: readonly string[];
  }[];
  /** What stands under each row. */
  readonly below?: readonly ReactNode[];
  readonly fresh?: RowValues;
  readonly emptyText?: string;
  readonly onChange: (rows: RowValues[]) => void;
}

/** A short list with a few columns: 签发人, 签名章, 印章. */
export function RowsControl(props: RowsControlProps) {
  const { label, disabled, rows, columns, onChange } = props;
  const { list, focusRow } = useRowFocus();
  return (
    <div className="gwt-rows" ref={list}>
      {rows.length === 0 && props.emptyText !== undefined ? (
        <span className="gwt-field-hint">{props.emptyText}</span>
      ) : null}
      {rows.map((row, index) => (
        // The rows have no identity of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          <div className="gwt-row-line" data-row="">
            {columns.map((column) =>
              column.choices !== undefined ? (
                <Select
                  key={column.key}
                  className="gwt-wide"
                  disabled={disabled}
                  allowClear
                  aria-label={`${label} ${index + 1} ${column.label}`}
                  placeholder={column.label}
                  value={row[column.key] ?? null}
                  options={column.choices.map((value) => ({ value, label: value }))}
                  onChange={(value: string | null | undefined) =>
                    onChange(
                      rows.map((old, at) =>
                        at === index ? { ...old, [column.key]: value ?? undefined } : old,
                      ),
                    )
                  }
                />
              ) : (
                <Input
                  key={column.key}
                  disabled={disabled}
                  aria-label={`${label} ${index + 1} ${column.label}`}
                  placeholder={column.label}
                  value={row[column.key] ?? ''}
                  onChange={(event) =>
                    onChange(
                      rows.map((old, at) =>
                        at === index ? { ...old, [column.key]: event.target.value } : old,
                      ),
                    )
                  }
                />
              ),
            )}
            <Button
              type="text"
              disabled={disabled}
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`删除${label} ${index + 1}`}
              onClick={() => {
                focusRow(index);
                onChange(rows.filter((_, at) => at !== index));
              }}
            />
          </div>
          {props.below?.[index]}
        </Fragment>
      ))}
      <Button
        type="dashed"
        disabled={disabled}
        icon={<PlusOutlined aria-hidden />}
        onClick={() => {
          focusRow(rows.length);
          onChange([...rows, props.fresh ?? {}]);
        }}
      >
        添加{label}
      </Button>
    </div>
  );
}
