import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ImportBatch } from '../../../shared/features/exchange-import.ts';
import { momentOf } from '../../app/format.ts';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { importList } from './queries.ts';
import { UndoImportDialog } from './UndoImportDialog.tsx';

/** Imports made before, newest first, each with the way to take it back. */
export function ImportList() {
  const imports = useQuery(importList()).data;
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  if (imports === undefined) return null;
  return (
    <>
      <PlainTable
        label="以前的导入"
        rows={imports}
        keyOf={({ id }) => id}
        empty="还没有导入过台账。"
        columns={[
          { title: '时间', width: 150, render: ({ at }) => momentOf(at) },
          { title: '文件', render: ({ fileName, sheetName }) => `${fileName}（${sheetName}）` },
          { title: '经手人', width: 90, render: ({ by }) => by },
          { title: '导入', width: 80, align: 'right', render: ({ imported }) => `${imported} 件` },
          { title: '不导入', width: 80, align: 'right', render: leftOut },
          { title: '现状', width: 300, render: standingOf },
          {
            title: '',
            width: 90,
            render: (batch) =>
              batch.undoneAt === null ? <Button onClick={() => setUndoing(batch)}>撤销…</Button> : null,
          },
        ]}
      />
      {undoing === null ? null : <UndoImportDialog batch={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}

function leftOut({ skipped, classified }: ImportBatch): string {
  return `${skipped + classified} 行`;
}

function standingOf(batch: ImportBatch): string {
  if (batch.undoneAt === null) return '在收文中';
  const voided = batch.voided === 0 ? '' : `，作废 ${batch.voided} 件`;
  return `${momentOf(batch.undoneAt)} ${batch.undoneBy}撤销（移除 ${batch.removed} 件${voided}）：${batch.undoReason}`;
}
