import { useState } from 'react';
import { Button } from 'antd';
import { ArrowLeftOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import type { MatterDetail } from '../../../../shared/features/matter.ts';
import { today as todayOf } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { DueLight } from '../../../ui/DueLight.tsx';
import { AttachmentPanel } from '../../attachment/AttachmentPanel.tsx';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { PrintFormButton } from '../../form/PrintFormButton.tsx';
import { HandlingSection } from '../../incoming/item/HandlingSection.tsx';
import { ItemNoticeLine } from '../../incoming/item/ItemNoticeLine.tsx';
import { UrgingSection } from '../../incoming/item/UrgingSection.tsx';
import { deadlineRuns, MatterLight } from '../MatterLight.tsx';
import type { MatterFacts, MatterStep } from './matter-forms.ts';
import { MatterFactsSection } from './MatterFactsSection.tsx';
import { MatterLinksSection } from './MatterLinksSection.tsx';
import { MatterSide } from './MatterSide.tsx';
import { useMatterActions } from './use-matter-actions.ts';

/** One 承办件: the order in the middle, its line of time and the next step on the right. */
export function MatterPage({ item }: { readonly item: MatterDetail }) {
  const navigate = useNavigate();
  const actions = useMatterActions(item);
  const calendar = useWorkCalendar();
  const [today] = useState(todayOf);
  const [step, setStep] = useState<MatterStep | null>(null);
  const facts: MatterFacts = { item, today, calendar };
  const mayEdit = item.actions.some(({ action }) => action === 'edit');
  const back = (): void => void navigate({ to: '/matter' });
  const edit = (): void => {
    if (mayEdit) void navigate({ to: '/matter/$id/edit', params: { id: item.id } });
  };
  const undo = (): void => {
    setStep(null);
    void actions.undo();
  };
  useHotKeys([
    { keys: '$mod+z', shown: 'Ctrl+Z', label: '撤销上一步', whileTyping: false, run: undo },
    { keys: 'F2', shown: 'F2', label: '修改交办内容', whileTyping: true, run: edit },
    {
      keys: '$mod+n',
      shown: 'Ctrl+N',
      label: '登记下一件交办事项',
      whileTyping: true,
      run: () => void navigate({ to: '/matter/new' }),
    },
    {
      keys: 'Escape',
      shown: 'Esc',
      label: step === null ? '回到承办列表' : '收起表单',
      whileTyping: false,
      run: () => {
        if (step === null) back();
        else setStep(null);
      },
    },
  ]);
  return (
    <div className="gwt-item">
      <header className="gwt-item-head">
        <div className="gwt-item-head-line">
          <Button
            type="text"
            icon={<ArrowLeftOutlined aria-hidden />}
            onClick={back}
            title="回到承办列表（Esc）"
          >
            返回
          </Button>
          <strong className="gwt-item-number">{item.number}</strong>
          <MatterLight state={item.state} />
          {item.urgency === '平件' ? null : (
            <span className={item.urgency === '特急' ? 'gwt-mark gwt-mark-urgent' : 'gwt-mark'}>
              {item.urgency}
            </span>
          )}
          {item.secrecy === '' ? null : <span className="gwt-mark">{item.secrecy}</span>}
          <span className="gwt-spring" />
          {mayEdit ? <Button onClick={edit}>修改（F2）</Button> : null}
          <PrintFormButton kind="matter" id={item.id} />
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
        </div>
        {item.voidReason === null ? null : <p className="gwt-item-stopped">作废理由：{item.voidReason}</p>}
      </header>
      <ItemNoticeLine notice={actions.notice} onUndo={undo} />
      <div className="gwt-item-body">
        <div className="gwt-item-main">
          <MatterFactsSection item={item} />
          <HandlingSection facts={facts} />
          <UrgingSection item={item} />
          <div className="gwt-item-section">
            <AttachmentPanel ownerKind="matter" ownerId={item.id} />
          </div>
          <MatterLinksSection item={item} actions={actions} />
        </div>
        <MatterSide
          facts={facts}
          actions={actions}
          step={step}
          onStep={setStep}
          onEdit={edit}
          onUndo={undo}
        />
      </div>
    </div>
  );
}

/** Who has to do something now. */
function holderOf(item: MatterDetail): string {
  switch (item.state) {
    case 'handling':
      return item.assistNames === ''
        ? `${item.leadName}主办`
        : `${item.leadName}主办，${item.assistNames}会办`;
    case 'awaitingAssignment':
      return '办公室交办';
    case 'awaitingReply':
      return `办公室答复${item.orderedBy}`;
    case 'suspended':
      return '办公室挂起';
    case 'closed':
      return '无人（已办结）';
    case 'voided':
      return '无人（已作废）';
    default:
      return item.state satisfies never;
  }
}
