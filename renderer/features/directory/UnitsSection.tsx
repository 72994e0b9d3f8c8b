import { useState } from 'react';
import { Button, Input } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Unit } from '../../../shared/features/directory.ts';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import { unitList } from './queries.ts';

const PAGE = 50;

/** Units that papers come from and go to; those registered with a paper stand here by themselves. */
export function UnitsSection() {
  const [text, setText] = useState('');
  const [pages, setPages] = useState(1);
  const [editing, setEditing] = useState<Unit | 'new' | null>(null);
  const list = useQuery({ ...unitList(text, 0, pages * PAGE), placeholderData: keepPreviousData }).data;
  const rows = list?.rows ?? [];
  return (
    <>
      <p className="gwt-soft">
        登记收文时填写的来文单位会自动记在这里，用得多的排在前面，登记时按拼音首字母联想。
      </p>
      <p className="gwt-toolbar-line">
        <Input
          aria-label="查找单位"
          placeholder="单位、联系人或拼音首字母"
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setPages(1);
          }}
          style={{ width: 260 }}
        />
        <Button onClick={() => setEditing('new')}>添加单位</Button>
        <span className="gwt-soft" role="status">
          {list === undefined ? '' : `共 ${list.total} 个单位`}
        </span>
      </p>
      <PlainTable
        label="来往单位"
        rows={rows}
        keyOf={(row) => row.id}
        empty={text === '' ? '还没有单位。登记第一件收文后会出现在这里。' : '没有符合的单位。'}
        columns={[
          { title: '单位', render: (row) => `${row.name}${row.active ? '' : '（停用）'}` },
          { title: '联系人', width: 90, render: (row) => row.contact },
          { title: '电话', width: 140, render: (row) => row.phone },
          { title: '地址', render: (row) => row.address },
          { title: '用过', width: 80, align: 'right', render: (row) => `${row.useCount} 次` },
          {
            title: '',
            width: 90,
            render: (row) => (
              <Button aria-label={`修改单位 ${row.name}`} onClick={() => setEditing(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {list !== undefined && rows.length < list.total ? (
        <p>
          <Button onClick={() => setPages(pages + 1)}>再列 {PAGE} 个</Button>
        </p>
      ) : null}
      {editing === null ? null : (
        <UnitDialog unit={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
