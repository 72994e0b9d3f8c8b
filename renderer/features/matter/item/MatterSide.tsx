import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../../app/api.ts';
import { ActionBar } from '../../../ui/flow/ActionBar.tsx';
import type { FlowStep } from '../../../ui/flow/flow-field.ts';
import { Timeline } from '../../../ui/flow/Timeline.tsx';
import { UndoLine } from '../../../ui/flow/UndoLine.tsx';
import { matterHistory } from '../queries.ts';
import { likelyAction } from './matter-forms.ts';
import type { MatterFacts, MatterStep } from './matter-forms.ts';
import { MatterActionForm } from './MatterActionForm.tsx';
import type { MatterActions } from './use-matter-actions.ts';

interface MatterSideProps {
  readonly facts: MatterFacts;
  readonly actions: MatterActions;
  readonly step: MatterStep | null;
  readonly onStep: (step: MatterStep | null) => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
}

/** One line of time from the order to now, and at its end what may come next. */
export function MatterSide({ facts, actions, step, onStep, onEdit, onUndo }: MatterSideProps) {
  const { item } = facts;
  const history = useQuery(matterHistory(item.id));
  const likely = likelyAction(item);
  const steps: FlowStep[] = item.actions.map(({ action, label, rare, who }) => ({
    key: action,
    label,
    rare,
    likely: action === likely,
    byLeave: who === 'director',
  }));
  const choose = ({ key }: FlowStep): void => {
    if (key === 'edit') {
      onEdit();
      return;
    }
    actions.clearNotice();
    onStep(item.actions.find(({ action }) => action === key) ?? null);
  };
  return (
    <aside className="gwt-item-side" aria-label="办理经过与下一步">
      <Timeline label="办理经过" events={(history.data ?? []).toReversed()}>
        <UndoLine undo={item.undo} disabled={actions.busy} onUndo={onUndo} />
      </Timeline>
      {history.error === null ? null : <p role="alert">{messageOf(history.error)}</p>}
      {step === null ? (
        <ActionBar
          steps={steps}
          onChoose={choose}
          disabled={actions.busy}
          empty={item.state === 'closed' ? '已办结。' : '这一步没有可做的操作。'}
        />
      ) : (
        <MatterActionForm
          key={step.action}
          step={step}
          facts={facts}
          actions={actions}
          onClose={() => onStep(null)}
        />
      )}
    </aside>
  );
}
