import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { deadlineRuns } from '../../../../shared/domain/incoming-groups.ts';
import type { IncomingDetail, IncomingListRow } from '../../../../shared/features/incoming-items.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { messageOf } from '../../../app/api.ts';
import { momentOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { DueLight } from '../../../ui/DueLight.tsx';
import { IncomingLight } from '../../../ui/IncomingLight.tsx';
import { incomingGet } from '../queries.ts';

interface IncomingPeekProps {
  readonly row: IncomingListRow | undefined;
  readonly calendar: WorkCalendar;
  readonly today: string;
  readonly onClose: () => void;
}

/** Stepping through the list reads only where the person stops; milliseconds. */
const SETTLE_AFTER = 120;

/** The main facts of the selected paper beside the list. */
export function IncomingPeek({ row, calendar, today, onClose }: IncomingPeekProps) {
  useHotKeys([{ keys: 'Escape', shown: 'Esc', label: '收起预览', whileTyping: false, run: onClose }]);
  const id = useSettled(row?.id ?? '');
  const { data, error } = useQuery({
    ...incomingGet(id),
    enabled: id !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <aside className="gwt-peek gwt-incoming-peek" aria-label="收文预览">
      {row === undefined ? <p role="status">没有选中的收文。</p> : null}
      {error === null ? null : <p role="alert">{messageOf(error)}</p>}
      {row === undefined || data === undefined || data.id !== row.id ? null : (
        <Facts paper={data} calendar={calendar} today={today} />
      )}
      <p className="gwt-soft gwt-peek-note">Enter 打开，F2 修改，空格收起</p>
    </aside>
  );
}

interface FactsProps {
  readonly paper: IncomingDetail;
  readonly calendar: WorkCalendar;
  readonly today: string;
}

function Facts({ paper, calendar, today }: FactsProps) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['状态', <IncomingLight key="state" state={paper.state} />],
    [
      '时限',
      paper.dueOn === null ? (
        ''
      ) : (
        <DueLight
          key="due"
          calendar={calendar}
          today={today}
          dueOn={paper.dueOn}
          runs={deadlineRuns(paper.state)}
        />
      ),
    ],
    ['来文单位', paper.senderName],
    ['来文字号', paper.documentNumber],
    ['成文日期', paper.issuedOn],
    [
      '收文',
      paper.receivedAt === null
        ? ''
        : `${momentOf(paper.receivedAt)}，${paper.signerName}签收，${paper.channel}`,
    ],
    ['文种', paper.genre],
    ['急缓', paper.urgency === '平件' ? '' : paper.urgency],
    ['密级', paper.secrecy],
    ['份数', counts(paper)],
    ['答复', paper.replyRequired ? '来文要求答复' : ''],
    ['拟办', paper.opinion],
    ['批示', paper.instruction === '' ? '' : `${paper.instructedBy}：${paper.instruction}`],
    ['主办', paper.leadName],
    ['会办', paper.assistNames],
    ['结果', paper.result],
    ['实体去向', paper.location],
    ['归档号', paper.archiveNumber],
    ['作废理由', paper.voidReason],
    ['备注', paper.remark],
  ];
  return (
    <div className="gwt-peek-facts">
      <p className="gwt-peek-number">{paper.number === '' ? '未编号' : paper.number}</p>
      <h2>{paper.title}</h2>
      <dl className="gwt-facts">
        {facts.map(([label, value]) =>
          value === '' || value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}

function counts({ copies, attachmentCount, pageCount }: IncomingDetail): string {
  return [
    `${copies} 份`,
    attachmentCount === 0 ? '' : `附件 ${attachmentCount} 件`,
    pageCount === 0 ? '' : `${pageCount} 页`,
  ]
    .filter((part) => part !== '')
    .join('，');
}

/** The value once it has stood still for a moment; the first one at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
