import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { messageOf } from '../../../app/api.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { ActionBar } from '../../../ui/flow/ActionBar.tsx';
import { Timeline } from '../../../ui/flow/Timeline.tsx';
import { UndoLine } from '../../../ui/flow/UndoLine.tsx';
import { AttachmentPanel } from '../../attachment/AttachmentPanel.tsx';
import { outgoingHistory } from '../queries.ts';
import { CountersignSection } from './CountersignSection.tsx';
import { FactsForm } from './FactsForm.tsx';
import { FactsSection } from './FactsSection.tsx';
import { IssueSection } from './IssueSection.tsx';
import { StepForm } from './StepForm.tsx';
import { isWide, likelyStep } from './step-values.ts';
import type { StepAction } from './step-values.ts';
import { TiesSection } from './TiesSection.tsx';
import type { FlowActions } from './use-flow-actions.ts';
import { VersionsSection } from './VersionsSection.tsx';

/** What is open beside the line of time. */
export type OpenStep = StepAction | 'facts' | null;

interface FlowPageProps {
  readonly item: OutgoingDetail;
  readonly actions: FlowActions;
  readonly step: OpenStep;
  readonly onStep: (step: OpenStep) => void;
  readonly onChoose: (action: StepAction) => void;
}

/** The road of a document: what is known in the middle, its line of time and the next step on the right. */
export function FlowPage({ item, actions, step, onStep, onChoose }: FlowPageProps) {
  const history = useQuery(outgoingHistory(item.id));
  const likely = likelyStep(item);
  const mayEdit = item.edits !== 'none';
  const openFacts = (): void => onStep('facts');
  const undo = (): void => {
    onStep(null);
    void actions.undo();
  };
  useHotKeys([
    ...(mayEdit ? [{ keys: 'F2', shown: 'F2', label: '改登记信息', whileTyping: true, run: openFacts }] : []),
    { keys: '$mod+z', shown: 'Ctrl+Z', label: '撤销上一步', whileTyping: false, run: undo },
  ]);
  const wide = step !== null && step !== 'facts' && isWide(step.action) ? step : null;
  const close = (): void => onStep(null);
  return (
    <div className="gwt-item-body gwt-flow">
      <div className="gwt-item-main">
        <FlowNotice notice={actions.notice} />
        {wide === null ? null : (
          <StepForm key={wide.action} item={item} action={wide} onAct={actions.act} onClose={close} />
        )}
        <FactsSection item={item} onEdit={mayEdit ? openFacts : undefined} />
        <CountersignSection item={item} />
        <IssueSection item={item} />
        <VersionsSection item={item} />
        <TiesSection item={item} />
        <div className="gwt-item-section">
          <AttachmentPanel ownerKind="outgoing" ownerId={item.id} />
        </div>
      </div>
      <aside className="gwt-item-side" aria-label="办理经过与下一步">
        <Timeline label="办理经过" events={(history.data ?? []).toReversed()}>
          <UndoLine undo={item.undo} disabled={actions.busy} onUndo={undo} />
        </Timeline>
        {history.error === null ? null : <p role="alert">{messageOf(history.error)}</p>}
        {step === 'facts' ? (
          <FactsForm item={item} onSave={actions.saveFacts} onClose={close} />
        ) : step === null ? (
          <ActionBar
            steps={item.actions.map(({ action, label, rare, who }) => ({
              key: action,
              label,
              rare,
              likely: action === likely?.action,
              byLeave: who === 'director',
            }))}
            onChoose={({ key }) => {
              const action = item.actions.find((one) => one.action === key);
              if (action !== undefined) onChoose(action);
            }}
            disabled={actions.busy}
            empty={ENDS[item.state] ?? '这一步没有可做的操作。'}
          />
        ) : wide === null ? (
          <StepForm key={step.action} item={item} action={step} onAct={actions.act} onClose={close} />
        ) : (
          <p className="gwt-flow-wide">
            正在填写左边的“{wide.label}”。
            <Button type="link" size="small" onClick={close}>
              取消（Esc）
            </Button>
          </p>
        )}
      </aside>
    </div>
  );
}

function FlowNotice({ notice }: { readonly notice: FlowActions['notice'] }) {
  return (
    <div className="gwt-item-notice" role="status" aria-label="上一步的结果">
      {notice === null ? null : (
        <p className={notice.tone === 'refused' ? 'gwt-notice-refused' : 'gwt-notice-done'}>
          <span aria-hidden="true">{notice.tone === 'refused' ? '✕' : '✓'}</span> {notice.text}
        </p>
      )}
      {notice?.hints.map((hint) => (
        <p key={hint} className="gwt-note-warn">
          ▲ {hint}
        </p>
      ))}
    </div>
  );
}

const ENDS: Partial<Record<OutgoingDetail['state'], string>> = {
  archived: '已归档，办理到此为止。',
  voided: '已作废，号码留痕、不再使用。需要时请“复制为新件”重新办理。',
};
