import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import { OUTGOING_FLOW } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingGroup } from '../../../shared/domain/flow-outgoing.ts';
import { useAppearance } from '../../app/appearance.ts';
import { messageOf } from '../../app/api.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { systemStatus } from '../../app/system-status.ts';
import { sizesOf } from '../../app/theme.ts';
import { useWide } from '../../app/use-narrow.ts';
import { useSelectedRow } from '../../app/use-windowed-rows.ts';
import { useViewState } from '../../app/view-state.ts';
import { DataGrid } from '../../ui/DataGrid.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { ExportButton } from '../exchange/ExportButton.tsx';
import { PrintRegisterButton } from '../form/PrintRegisterButton.tsx';
import { ImportFaultsDialog } from './ImportFaultsDialog.tsx';
import { NewDocumentDialog } from './NewDocumentDialog.tsx';
import { columnsFor, OUTGOING_COLUMNS } from './OutgoingColumns.tsx';
import { OutgoingFilters } from './OutgoingFilters.tsx';
import { OutgoingGroups } from './OutgoingGroups.tsx';
import type { OutgoingView } from './OutgoingGroups.tsx';
import { PagePeek } from './PagePeek.tsx';
import { SealBookDialog } from './SealBookDialog.tsx';
import { SELECTED_ITEM, isFiltered, sortOf } from './list-search.ts';
import type { OutgoingSearch } from './list-search.ts';
import { useOutgoingActions } from './use-outgoing-actions.ts';
import { useOutgoingRows } from './use-outgoing-rows.ts';

const route = getRouteApi('/outgoing');

/** 发文: what is being written and what has been issued. */
export function OutgoingScreen() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { appearance } = useAppearance();
  const [selectedId, setSelectedId] = useViewState(SELECTED_ITEM, z.string().max(40), '');
  const [discarding, setDiscarding] = useState<OutgoingRow | null>(null);
  const [peeking, setPeeking] = useState(false);
  const [sealBook, setSealBook] = useState(false);
  const wide = useWide();
  const drafterId = useQuery(systemStatus()).data?.actor?.id;
  const rows = useOutgoingRows(search, drafterId);
  const { selected, setSelected, selectFirst } = useSelectedRow(rows, selectedId, setSelectedId);
  const row = rows.rowAt(selected);
  const actions = useOutgoingActions();

  const creating = search.create ?? false;
  const setCreating = (create: boolean): void => {
    void navigate({
      to: '/outgoing',
      search: { ...search, create: create || undefined, replyTo: undefined },
      replace: true,
    });
  };
  const change = (part: Partial<OutgoingSearch>): void => {
    selectFirst();
    void navigate({ to: '/outgoing', search: { ...search, ...part }, replace: true });
  };
  const onSort = (key: string): void => {
    const sort = OUTGOING_COLUMNS.find((column) => column.key === key)?.key;
    const present = sortOf(search);
    const direction = present.key === sort && present.direction === 'asc' ? 'desc' : 'asc';
    // The route's schema drops a key that is not a column.
    change({ sort: sort as OutgoingSearch['sort'], direction });
  };
  const open = (target: OutgoingRow): void => {
    void navigate({ to: '/outgoing/$id', params: { id: target.id } });
  };
  const discard = (target: OutgoingRow | undefined): void => {
    if (target === undefined) return;
    // A draft alone can be discarded, whatever else is known of it.
    if (!OUTGOING_FLOW.some((row) => row.from === target.state && row.action === 'discard'))
      actions.tellRefusal(target);
    else setDiscarding(target);
  };

  useHotKeys([
    { keys: '$mod+n', shown: 'Ctrl+N', label: '新建公文', whileTyping: true, run: () => setCreating(true) },
    {
      keys: 'Delete',
      shown: 'Delete',
      label: '放入回收站（写理由）',
      whileTyping: false,
      run: () => discard(row),
    },
    {
      keys: '$mod+d',
      shown: 'Ctrl+D',
      label: '把选中的一件复制为新件',
      whileTyping: false,
      run: () => {
        if (row !== undefined) void actions.copy(row);
      },
    },
  ]);

  const view: OutgoingView = search.bin ? 'bin' : (search.group ?? 'all');
  const setView = (next: OutgoingView): void =>
    change({
      bin: next === 'bin' ? true : undefined,
      group: next === 'bin' || next === 'all' ? undefined : next,
      states: undefined,
    });
  const empty = emptyText(search);
  return (
    <div className="gwt-list-screen gwt-outgoing-list">
      <div className="gwt-toolbar">
        <h1 className="gwt-screen-title">发文</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          新建（Ctrl+N）
        </Button>
        {search.bin ? (
          <Button
            disabled={row === undefined}
            onClick={() => {
              if (row !== undefined) void actions.restore(row);
            }}
          >
            还原
          </Button>
        ) : (
          <>
            <Button
              disabled={row === undefined}
              onClick={() => {
                if (row !== undefined) void actions.copy(row);
              }}
            >
              复制为新件
            </Button>
            <Button disabled={row?.state !== 'draft'} onClick={() => discard(row)}>
              删除
            </Button>
            <Button type="text" onClick={() => void actions.importFile()}>
              导入公文文件
            </Button>
          </>
        )}
        <Button
          type="text"
          // The list keeps the keyboard, so that ↑↓ go on moving the selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPeeking(!peeking)}
        >
          {peeking ? '收起预览' : '预览（空格）'}
        </Button>
        <span className="gwt-spring" />
        <ExportButton list="outgoing" filter={rows.filter} sort={rows.sort} />
        <PrintRegisterButton register="outgoing" filter={rows.filter} sort={rows.sort} />
        <Button type="text" onClick={() => setSealBook(true)}>
          用印登记簿
        </Button>
        <Button
          type="text"
          title="各机关代字发到几号、有无跳号和作废"
          onClick={() => void navigate({ to: '/settings', search: { section: 'numbers' } })}
        >
          发号情况
        </Button>
      </div>
      <div className="gwt-toolbar gwt-toolbar-second">
        <OutgoingGroups view={view} drafterId={drafterId} onChange={setView} />
        <OutgoingFilters search={search} onChange={change} />
        <span className="gwt-spring" />
        <span className="gwt-soft" role="status" aria-label="件数">
          {rows.loaded ? countOf(rows, isFiltered(search)) : ''}
        </span>
      </div>
      {rows.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(rows.error)}
        </p>
      )}
      <div className="gwt-list-body">
        <DataGrid
          label={search.bin ? '回收站' : '发文列表'}
          columns={columnsFor(peeking ? 'peek' : wide ? 'wide' : 'usual')}
          count={rows.total}
          rowAt={rows.rowAt}
          keyOf={(item) => item.id}
          rowHeight={sizesOf(appearance).row}
          sort={sortOf(search)}
          onSort={onSort}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
          onPeek={() => setPeeking(!peeking)}
          onRange={rows.onRange}
          dimmed={rows.stale}
          empty={rows.loaded ? empty : null}
        />
        {peeking ? <PagePeek row={row} onClose={() => setPeeking(false)} /> : null}
      </div>
      {creating ? (
        <NewDocumentDialog
          replyTo={search.replyTo}
          onClose={() => setCreating(false)}
          onCreate={(genre, templateId, replyTo) => {
            setCreating(false);
            void actions.create(genre, templateId, replyTo);
          }}
        />
      ) : null}
      {discarding === null ? null : (
        <ReasonDialog
          title="放入回收站"
          explanation={`“${discarding.title.replaceAll('\n', '') || '无标题'}”将放入回收站，可以随时还原。`}
          confirmLabel="放入回收站"
          onClose={() => setDiscarding(null)}
          onConfirm={async (reason) => {
            if (await actions.discard(discarding, reason)) setDiscarding(null);
          }}
        />
      )}
      {sealBook ? <SealBookDialog onClose={() => setSealBook(false)} /> : null}
      {actions.importFaults === null ? null : (
        <ImportFaultsDialog {...actions.importFaults} onClose={actions.closeImportFaults} />
      )}
    </div>
  );
}

/** 共 N 件; a search of too many says so and what to do. */
function countOf({ total, more }: { total: number; more: boolean }, filtered: boolean): string {
  if (more) return `超过 ${total} 件，只列最近新建的；请再输几个字`;
  return `共 ${total} 件${filtered ? '（已筛选）' : ''}`;
}

function emptyText(search: OutgoingSearch) {
  if (isFiltered(search)) return <p>没有符合筛选条件的公文。可以点“清除筛选”。</p>;
  if (search.bin) return <p>回收站是空的。删除的草稿会放在这里，可以还原。</p>;
  if (search.group !== undefined) return <p>{EMPTY_GROUPS[search.group]}</p>;
  return (
    <>
      <p>这里放本单位起草和发出的公文：起草、编号、导出、打印都从这里开始。</p>
      <p>
        按 <kbd>Ctrl+N</kbd> 写第一件。
      </p>
    </>
  );
}

/** What an empty stretch of the road means, and what leads there. */
const EMPTY_GROUPS: Readonly<Record<OutgoingGroup, string>> = {
  drafts: '没有正在起草的公文。按 Ctrl+N 新建一件。',
  review: '没有在审的公文。草稿“送审”后在这里：部门审、会签、办公室审核。',
  signature: '没有待签发的公文。办公室审核通过后在这里。',
  number: '没有待复核、待编号的公文。签发后在这里。',
  seal: '没有待印制、待用印的公文。编号后在这里。',
  distribution: '没有正在分发的公文。用印后在这里，全部签收即可办结。',
  done: '还没有办结的公文。',
  voided: '没有作废的公文。作废的公文文号留痕，列在这里。',
};
