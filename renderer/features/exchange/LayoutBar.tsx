import { useState } from 'react';
import { Button, Checkbox, Input, Select } from 'antd';
import type { ExportLayout } from '../../../shared/features/exchange-export.ts';

/** The paper book's own order. */
export const BOOK = '';

interface LayoutBarProps {
  readonly layouts: readonly ExportLayout[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onSave: (name: string, isDefault: boolean) => Promise<boolean>;
  readonly onRemove: (layout: ExportLayout) => Promise<void>;
}

/** Which layout is used, and how the present columns are kept as one. */
export function LayoutBar({ layouts, chosen, onChoose, onSave, onRemove }: LayoutBarProps) {
  const [saving, setSaving] = useState(false);
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const present = layouts.find(({ id }) => id === chosen);
  const begin = (): void => {
    setName(present?.name ?? '');
    setDefault(present?.isDefault ?? layouts.length === 0);
    setSaving(true);
  };
  const save = async (): Promise<void> => {
    if (await onSave(name.trim(), isDefault)) setSaving(false);
  };
  return (
    <div className="gwt-layouts">
      <label htmlFor="gwt-layout">版式</label>
      <Select
        id="gwt-layout"
        value={chosen}
        onChange={onChoose}
        options={[
          { value: BOOK, label: '登记簿列序（默认提供）' },
          ...layouts.map(({ id, name: title, isDefault: standard }) => ({
            value: id,
            label: standard ? `${title}（默认）` : title,
          })),
        ]}
      />
      <Button onClick={begin}>保存版式…</Button>
      <Button disabled={present === undefined} onClick={() => present && void onRemove(present)}>
        移除
      </Button>
      {saving ? (
        <span className="gwt-layouts-save">
          <Input
            aria-label="版式名称"
            placeholder="版式名称，如 局领导传阅用"
            autoFocus
            value={name}
            maxLength={30}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') void save();
              if (event.key === 'Escape') {
                event.stopPropagation();
                setSaving(false);
              }
            }}
          />
          <Checkbox checked={isDefault} onChange={(event) => setDefault(event.target.checked)}>
            设为默认
          </Checkbox>
          <Button disabled={name.trim() === ''} onClick={() => void save()}>
            保存
          </Button>
          <Button type="text" onClick={() => setSaving(false)}>
            取消
          </Button>
        </span>
      ) : null}
    </div>
  );
}
