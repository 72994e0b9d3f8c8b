import { useState } from 'react';
import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { Editor } from '@tiptap/core';
import { columnCount, findCurrentTable, headerRowCount, setHeaderRows } from './table-commands.ts';
import { evenWidths, roomOf, sumOf, withWidth } from './table-widths.ts';

interface Settings {
  readonly caption: string;
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: number;
  readonly landscape: boolean;
  /** mm; null while the columns are as wide as their texts ask for. */
  readonly widths: readonly number[] | null;
}

function settingsOf(editor: Editor): Settings {
  const table = findCurrentTable(editor.state)?.node;
  const widths: unknown = table?.attrs['widths'];
  return {
    caption: String(table?.attrs['caption'] ?? ''),
    headerRows: table === undefined ? 0 : headerRowCount(table),
    rows: table?.childCount ?? 0,
    columns: table === undefined ? 0 : columnCount(table),
    landscape: table?.attrs['landscape'] === true,
    widths: Array.isArray(widths) ? widths.map(Number) : null,
  };
}

/** What a table is besides its cells; every change is in the document, and on the page, at once. */
export function TableSettings({ editor }: { readonly editor: Editor }) {
  const [settings, setSettings] = useState(() => settingsOf(editor));
  const change = (attributes: Readonly<Record<string, unknown>>): void => {
    editor.commands.updateAttributes('table', attributes);
    setSettings(settingsOf(editor));
  };
  const { widths, landscape, columns } = settings;
  const room = roomOf(landscape);
  return (
    <div className="gwt-table-settings" role="dialog" aria-label="表格设置">
      <strong>表格设置</strong>
      <label>
        <span>表题</span>
        <Input
          value={settings.caption}
          onChange={(event) => change({ caption: event.target.value || null })}
        />
      </label>
      <label className="gwt-row-line">
        <span>表头行数（换页时重复）</span>
        <InputNumber
          min={0}
          max={settings.rows}
          value={settings.headerRows}
          onChange={(count) => {
            setHeaderRows(editor, count ?? 0);
            setSettings(settingsOf(editor));
          }}
        />
      </label>
      <Checkbox
        checked={landscape}
        // What fitted a turned page may be too wide for an upright one.
        onChange={(event) => change({ landscape: event.target.checked ? true : null, widths: null })}
      >
        横排（另起一页，A4 横放）
      </Checkbox>
      <div role="group" aria-label="列宽">
        <div className="gwt-row-line">
          <span>列宽</span>
          <span className="gwt-soft" role="status" aria-label="列宽合计">
            {widths === null ? '自动，按内容分配' : `合计 ${sumOf(widths)}／${room} 毫米`}
          </span>
          <span className="gwt-spring" />
          <Button size="small" onClick={() => change({ widths: evenWidths(columns, room) })}>
            均分
          </Button>
          <Button size="small" disabled={widths === null} onClick={() => change({ widths: null })}>
            自动
          </Button>
        </div>
        {widths === null ? null : (
          <div className="gwt-column-widths">
            {widths.map((width, index) => (
              <InputNumber
                // A column has no identity of its own but its place.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                aria-label={`第 ${index + 1} 列宽（毫米）`}
                size="small"
                min={5}
                max={room}
                controls={false}
                value={width}
                onChange={(typed) => {
                  if (typed !== null) change({ widths: withWidth(widths, index, typed, room) });
                }}
              />
            ))}
          </div>
        )}
      </div>
      <p className="gwt-soft">数字列自动靠右对齐；从 Excel 复制的单元格可以直接粘贴进表格。</p>
    </div>
  );
}
