import { useState } from 'react';
import { Button } from 'antd';
import { ArrowLeftOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { deadlineRuns } from '../../../../shared/domain/incoming-groups.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { DueLight } from '../../../ui/DueLight.tsx';
import { IncomingLight } from '../../../ui/IncomingLight.tsx';
import type { ItemFacts } from './defaults.ts';
import { LocationForm } from './LocationForm.tsx';
import type { ItemActions } from './use-item-actions.ts';

interface ItemHeadProps {
  readonly facts: ItemFacts;
  readonly actions: ItemActions;
  readonly onBack: () => void;
  /** To the item before or after it in the list; absent where there is none. */
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** Absent where the paper cannot be changed any more. */
  readonly onEdit: (() => void) | undefined;
  readonly onCopy: () => void;
  readonly onUndo: () => void;
  /** Printing, and what else has its place here. */
  readonly children?: React.ReactNode;
}

/** Number, state and title; who has it, until when, and where the paper lies. */
export function ItemHead(props: ItemHeadProps) {
  const { facts, actions, onBack, onEdit, onCopy, onUndo, children } = props;
  const { item, calendar, today } = facts;
  const [moving, setMoving] = useState(false);
  const mayMove = item.actions.some(({ action }) => action === 'move');
  const move = (): void => {
    if (mayMove) setMoving(true);
  };
  useHotKeys([
    { keys: 'q', shown: 'Q', label: '改实体去向', whileTyping: false, run: move },
    ...(onEdit === undefined
      ? []
      : [{ keys: 'F2', shown: 'F2', label: '修改登记内容', whileTyping: true, run: onEdit }]),
    { keys: '$mod+d', shown: 'Ctrl+D', label: '复制为新件', whileTyping: true, run: onCopy },
    { keys: '$mod+z', shown: 'Ctrl+Z', label: '撤销上一步', whileTyping: false, run: onUndo },
  ]);
  return (
    <header className="gwt-item-head">
      <div className="gwt-item-head-line">
        <Button
          type="text"
          icon={<ArrowLeftOutlined aria-hidden />}
          onClick={onBack}
          title="回到收文列表（Esc）"
        >
          返回
        </Button>
        {props.onPrevious === undefined && props.onNext === undefined ? null : (
          <span className="gwt-item-leaf">
            <Button
              type="text"
              icon={<LeftOutlined aria-hidden />}
              aria-label="上一件"
              title="列表中的上一件（Alt+←）"
              disabled={props.onPrevious === undefined}
              onClick={props.onPrevious}
            />
            <Button
              type="text"
              icon={<RightOutlined aria-hidden />}
              aria-label="下一件"
              title="列表中的下一件（Alt+→）"
              disabled={props.onNext === undefined}
              onClick={props.onNext}
            />
          </span>
        )}
        <strong className="gwt-item-number">{item.number === '' ? '未登记' : item.number}</strong>
        <IncomingLight state={item.state} />
        {item.urgency === '平件' ? null : <UrgencyMark urgency={item.urgency} />}
        {item.secrecy === '' ? null : <span className="gwt-mark">{item.secrecy}</span>}
        {item.sample ? <span className="gwt-mark">示例</span> : null}
        <span className="gwt-spring" />
        {onEdit === undefined ? null : <Button onClick={onEdit}>修改（F2）</Button>}
        <Button onClick={onCopy} title="复制为新件（Ctrl+D）">
          复制为新件
        </Button>
        {children}
      </div>
      <h1>{item.title}</h1>
      <div className="gwt-item-head-line gwt-item-where">
        <span>
          <span className="gwt-soft">现在由</span> <strong>{holderOf(item)}</strong>
        </span>
        {item.dueOn === null ? (
          <span className="gwt-soft">未定办理时限</span>
        ) : (
          <span className="gwt-item-due">
            <span className="gwt-soft">时限</span> {item.dueOn}{' '}
            {deadlineRuns(item.state) ? (
              <DueLight calendar={calendar} today={today} dueOn={item.dueOn} runs />
            ) : null}
          </span>
        )}
        {moving ? (
          <LocationForm item={item} actions={actions} onClose={() => setMoving(false)} />
        ) : (
          <span>
            <span className="gwt-soft">实体去向</span> <strong>{item.location}</strong>{' '}
            {mayMove ? (
              <Button type="link" size="small" onClick={move}>
                改（Q）
              </Button>
            ) : null}
          </span>
        )}
      </div>
      {item.voidReason === null ? null : <p className="gwt-item-stopped">作废理由：{item.voidReason}</p>}
      {item.returnReason === '' ? null : <p className="gwt-item-stopped">退文理由：{item.returnReason}</p>}
    </header>
  );
}

const URGENT = new Set(['特急', '特提']);

function UrgencyMark({ urgency }: { readonly urgency: string }) {
  return <span className={URGENT.has(urgency) ? 'gwt-mark gwt-mark-urgent' : 'gwt-mark'}>{urgency}</span>;
}

/** Who has to do something now. */
function holderOf(item: IncomingDetail): string {
  if (item.state === 'handling' && item.leadName !== '') {
    return item.assistNames === '' ? `${item.leadName}主办` : `${item.leadName}主办，${item.assistNames}会办`;
  }
  if (item.state === 'circulating') {
    const waiting = item.readers.filter(({ status }) => status === 'waiting').map((one) => one.personName);
    if (waiting.length === 0) return '全部已阅，待阅毕';
    const shown = item.circulation === 'serial' ? waiting.slice(0, 1) : waiting;
    return `${shown.slice(0, 4).join('、')}${shown.length > 4 ? `等${shown.length}人` : ''}阅`;
  }
  const [word, who] = HOLDERS[item.state] ?? ['', '办公室'];
  return `${who}${word}`;
}

const HOLDERS: Partial<Record<IncomingDetail['state'], readonly [word: string, who: string]>> = {
  awaitingReceipt: ['待收', '办公室'],
  received: ['待登记', '办公室'],
  registered: ['待送初审', '办公室'],
  underReview: ['初审', '办公室'],
  awaitingProposal: ['拟办', '办公室'],
  awaitingInstruction: ['批示', '领导'],
  awaitingAssignment: ['分办', '办公室'],
  awaitingReply: ['答复来文单位', '办公室'],
  returned: ['', '来文单位（已退文）'],
  closed: ['待归档', '办公室'],
  archived: ['', '档案室'],
  suspended: ['挂起', '办公室'],
  voided: ['', '无人（已作废）'],
};
