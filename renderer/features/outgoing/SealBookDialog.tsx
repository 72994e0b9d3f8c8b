import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SealUse } from '../../../shared/features/outgoing-process.ts';
import { messageOf } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { ExportButton } from '../exchange/ExportButton.tsx';
import { SealsDialog } from './flow/SealsDialog.tsx';
import { seals, sealUses } from './queries.ts';

const SHOWN = 200;
const YEARS = 6;

/** 用印登记簿: every use of a seal, newest first, by year, seal and words. */
export function SealBookDialog({ onClose }: { readonly onClose: () => void }) {
  const [thisYear] = useState(() => new Date().getFullYear());
  const [year, setYear] = useState<number | undefined>(thisYear);
  const [sealId, setSealId] = useState<string | undefined>();
  const [text, setText] = useState('');
  const [managing, setManaging] = useState(false);
  const all = useQuery(seals()).data ?? [];
  const filter = {
    ...(year === undefined ? {} : { year }),
    ...(sealId === undefined ? {} : { sealId }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
  const book = useQuery({
    ...sealUses({ ...filter, offset: 0, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const total = book.data?.total ?? 0;
  return (
    <Dialog
      title="用印登记簿"
      onCancel={onClose}
      width={1080}
      footer={
        <>
          <ExportButton list="sealUse" filter={filter} sort={{}} />
          <Button onClick={() => setManaging(true)}>管理印章…</Button>
          <Button type="primary" onClick={onClose}>
            关闭（Esc）
          </Button>
        </>
      }
    >
      <div className="gwt-filters" role="group" aria-label="筛选">
        <Input
          data-first=""
          aria-label="按文字筛选"
          placeholder="标题、文号、部门、批准人"
          className="gwt-filter-text"
          allowClear
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          aria-label="年度"
          allowClear
          placeholder="年度"
          className="gwt-filter-year"
          value={year ?? null}
          options={Array.from({ length: YEARS }, (_, index) => ({
            value: thisYear - index,
            label: `${thisYear - index}年`,
          }))}
          onChange={(value: number | null | undefined) => setYear(value ?? undefined)}
        />
        <Select
          aria-label="印章"
          allowClear
          placeholder="印章"
          className="gwt-filter-genre"
          value={sealId ?? null}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value: string | null | undefined) => setSealId(value ?? undefined)}
        />
        <span className="gwt-soft" role="status" aria-label="用印次数">
          {book.data === undefined
            ? ''
            : total > SHOWN
              ? `共 ${total} 次，列出最近 ${SHOWN} 次`
              : `共 ${total} 次`}
        </span>
      </div>
      {book.error === null ? null : <p role="alert">{messageOf(book.error)}</p>}
      {/* A box that scrolls must be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="gwt-seal-book" role="region" aria-label="用印登记" tabIndex={0}>
        <PlainTable<SealUse>
          label="用印登记簿"
          rows={book.data?.rows ?? []}
          keyOf={({ id }) => id}
          empty="没有用印登记。公文“用印”后自动记在这里。"
          columns={[
            { title: '登记号', width: 92, render: ({ ledgerNumber }) => ledgerNumber },
            { title: '日期', width: 96, render: ({ usedOn }) => usedOn },
            { title: '用印部门', width: 96, render: ({ departmentName }) => departmentName },
            {
              title: '文件名称、文号',
              render: ({ documentNumber, title }) => `${documentNumber}　${title.replaceAll('\n', '')}`,
            },
            { title: '份数', width: 52, align: 'right', render: ({ copies }) => copies },
            { title: '印章', width: 150, render: ({ sealName }) => sealName },
            {
              title: '用印数',
              width: 104,
              render: ({ count, crossPageCount }) =>
                `${count}${crossPageCount === 0 ? '' : `（骑缝 ${crossPageCount}）`}`,
            },
            { title: '批准人', width: 76, render: ({ approvedBy }) => approvedBy },
            { title: '监印', width: 64, render: ({ operatorName }) => operatorName },
            { title: '备注', width: 90, render: ({ note }) => note },
          ]}
        />
      </div>
      {managing ? <SealsDialog onClose={() => setManaging(false)} /> : null}
    </Dialog>
  );
}
