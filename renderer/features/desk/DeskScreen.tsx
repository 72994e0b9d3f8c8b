import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { messageOf } from '../../app/api.ts';
import { today as todayOf } from '../../app/format.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { useWorkCalendar } from '../directory/use-work-calendar.ts';
import { DeskAside } from './DeskAside.tsx';
import { DeskDue } from './DeskDue.tsx';
import { DeskSteps } from './DeskSteps.tsx';
import { DeskWork } from './DeskWork.tsx';
import { deskOverview } from './queries.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** 工作台: what waits and for whom, what is due, and one key to each of them. */
export function DeskScreen() {
  const navigate = useNavigate();
  const calendar = useWorkCalendar();
  const overview = useQuery(deskOverview());
  const { data } = overview;
  const today = data?.today ?? todayOf();
  useHotKeys([
    {
      keys: '$mod+n',
      shown: 'Ctrl+N',
      label: '到发文，新建公文',
      whileTyping: true,
      run: () => void navigate({ to: '/outgoing', search: { create: true } }),
    },
  ]);
  return (
    <div className="gwt-desk">
      <div className="gwt-desk-head">
        <h1 className="gwt-screen-title">工作台</h1>
        <span className="gwt-soft">
          {today} 星期{WEEKDAYS[new Date(`${today}T00:00:00Z`).getUTCDay()]}
          {calendar.isWorkday(today) === false ? `（${calendar.nameOf(today) ?? '双休日'}，不上班）` : ''}
        </span>
        <DeskDue due={data?.due} />
      </div>
      {overview.error === null ? null : (
        <p role="alert" className="gwt-fault">
          {messageOf(overview.error)}
        </p>
      )}
      {data?.warning === null || data?.warning === undefined ? null : (
        <p role="alert" className="gwt-fault">
          {data.warning}
        </p>
      )}
      <DeskSteps groups={data?.groups} />
      <div className="gwt-desk-body">
        <DeskWork lists={data?.lists} calendar={calendar} today={today} />
        <DeskAside year={Number(today.slice(0, 4))} />
      </div>
    </div>
  );
}
