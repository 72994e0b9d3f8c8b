import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../../app/api.ts';
import { ActionBar } from '../../../ui/flow/ActionBar.tsx';
import type { FlowStep } from '../../../ui/flow/flow-field.ts';
import { Timeline } from '../../../ui/flow/Timeline.tsx';
import { UndoLine } from '../../../ui/flow/UndoLine.tsx';
import { isImmediate } from './action-fields.ts';
import type { ItemAction } from './action-fields.ts';
import type { ItemFacts } from './defaults.ts';
import { ItemActionForm } from './ItemActionForm.tsx';
import type { ItemValues } from './item-values.ts';
import { likelyAction } from './likely.ts';
import { incomingHistory } from './queries.ts';
import type { ItemActions } from './use-item-actions.ts';

export interface OpenForm {
  readonly action: ItemAction;
  readonly given?: ItemValues | undefined;
}

interface ItemSideProps {
  readonly facts: ItemFacts;
  readonly actions: ItemActions;
  readonly form: OpenForm | null;
  readonly onForm: (form: OpenForm | null) => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
}

/** One line of time from the first event to now, and at its end what may come next. */
export function ItemSide({ facts, actions, form, onForm, onEdit, onUndo }: ItemSideProps) {
  const { item } = facts;
  const history = useQuery(incomingHistory(item.id));
  const likely = likelyAction(item);
  const steps: FlowStep[] = item.actions.map(({ action, label, rare, who }) => ({
    key: action,
    label,
    rare,
    likely: action === likely,
    byLeave: who === 'director',
  }));
  const choose = ({ key }: FlowStep): void => {
    const action = item.actions.find((one) => one.action === key);
    if (action === undefined) return;
    if (action.action === 'edit') onEdit();
    else if (isImmediate(action, facts)) void actions.actNow(action.action);
    else {
      actions.clearNotice();
      onForm({ action });
    }
  };
  return (
    <aside className="gwt-item-side" aria-label="办理经过与下一步">
      <Timeline label="办理经过" events={(history.data ?? []).toReversed()}>
        <UndoLine undo={item.undo} disabled={actions.busy} onUndo={onUndo} />
      </Timeline>
      {history.error === null ? null : <p role="alert">{messageOf(history.error)}</p>}
      {form === null ? (
        <ActionBar
          steps={steps}
          onChoose={choose}
          disabled={actions.busy}
          empty={ENDS[item.state] ?? '这一步没有可做的操作。'}
        />
      ) : (
        <ItemActionForm
          key={`${form.action.action}-${form.given?.readerId ?? ''}`}
          action={form.action}
          facts={facts}
          actions={actions}
          given={form.given}
          onClose={() => onForm(null)}
        />
      )}
    </aside>
  );
}

const ENDS: Partial<Record<ItemFacts['item']['state'], string>> = {
  returned: '已退文，办理到此为止。',
  archived: '已归档，办理到此为止。',
};
