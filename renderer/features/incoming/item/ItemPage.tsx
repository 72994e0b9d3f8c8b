import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { today } from '../../../app/format.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { systemStatus } from '../../../app/system-status.ts';
import { deadlineRules } from '../../directory/queries.ts';
import { useWorkCalendar } from '../../directory/use-work-calendar.ts';
import { AttachmentPanel } from '../../attachment/AttachmentPanel.tsx';
import { CirculationSection } from './CirculationSection.tsx';
import type { ItemFacts } from './defaults.ts';
import { HandlingSection } from './HandlingSection.tsx';
import { PrintFormButton } from '../../form/PrintFormButton.tsx';
import { DraftReplyButton } from '../../outgoing/DraftReplyButton.tsx';
import { ItemHead } from './ItemHead.tsx';
import { ItemNoticeLine } from './ItemNoticeLine.tsx';
import { ItemSection } from './ItemSection.tsx';
import { ItemSide } from './ItemSide.tsx';
import type { OpenForm } from './ItemSide.tsx';
import { LinksSection } from './LinksSection.tsx';
import { useNeighbours } from './neighbours.ts';
import { RegisteredFacts } from './RegisteredFacts.tsx';
import { ReplySection } from './ReplySection.tsx';
import { UrgingSection } from './UrgingSection.tsx';
import { useItemActions } from './use-item-actions.ts';
import { WordsSection } from './WordsSection.tsx';

/** One 收文: what was written in the middle, its line of time and the next step on the right. */
export function ItemPage({ item }: { readonly item: IncomingDetail }) {
  const navigate = useNavigate();
  const actions = useItemActions(item);
  const calendar = useWorkCalendar();
  const rules = useQuery(deadlineRules()).data;
  const actorName = useQuery(systemStatus()).data?.actor?.name ?? '';
  const [day] = useState(today);
  const [form, setForm] = useState<OpenForm | null>(null);
  const facts: ItemFacts = { item, actorName, today: day, calendar, rules };
  const mayReply = item.number !== '' && item.state !== 'voided' && item.state !== 'returned';
  const mayEdit = item.actions.some(({ action }) => action === 'edit');
  const back = (): void => void navigate({ to: '/incoming' });
  const edit = (): void => void navigate({ to: '/incoming/$id/edit', params: { id: item.id } });
  const { previous, next } = useNeighbours(item.id);
  const leafTo = (id: string | undefined): (() => void) | undefined =>
    id === undefined
      ? undefined
      : () => void navigate({ to: '/incoming/$id', params: { id }, replace: true });
  const onPrevious = leafTo(previous);
  const onNext = leafTo(next);
  const again = (): void => void navigate({ to: '/incoming/new', search: { copy: item.id, again: true } });
  const undo = (): void => {
    setForm(null);
    void actions.undo();
  };
  const writeOpinion = (readerId: string): void => {
    const action = item.actions.find((one) => one.action === 'markRead');
    if (action !== undefined) setForm({ action, given: { readerId } });
  };
  useHotKeys([
    {
      keys: 'Alt+ArrowLeft',
      shown: 'Alt+←',
      label: '列表中的上一件',
      whileTyping: true,
      run: () => onPrevious?.(),
    },
    {
      keys: 'Alt+ArrowRight',
      shown: 'Alt+→',
      label: '列表中的下一件',
      whileTyping: true,
      run: () => onNext?.(),
    },
    ...(item.state === 'returned'
      ? [
          {
            keys: '$mod+Shift+d',
            shown: 'Ctrl+Shift+D',
            label: '退文再次来文：以这一件为底登记',
            whileTyping: false,
            run: again,
          },
        ]
      : []),
    {
      keys: 'Escape',
      shown: 'Esc',
      label: form === null ? '回到收文列表' : '收起表单',
      whileTyping: false,
      run: () => {
        if (form === null) back();
        else setForm(null);
      },
    },
  ]);
  return (
    <div className="gwt-item">
      <ItemHead
        facts={facts}
        actions={actions}
        onBack={back}
        onPrevious={onPrevious}
        onNext={onNext}
        onEdit={mayEdit ? edit : undefined}
        onCopy={() => void navigate({ to: '/incoming/new', search: { copy: item.id } })}
        onUndo={undo}
      >
        {item.state === 'returned' ? (
          <Button onClick={again} title="退回的文件又来了：以它为底登记，两件自动关联（Ctrl+Shift+D）">
            退文再次来文…
          </Button>
        ) : null}
        {mayReply ? <DraftReplyButton incomingId={item.id} /> : null}
        <PrintFormButton kind="incoming" id={item.id} />
      </ItemHead>
      <ItemNoticeLine notice={actions.notice} onUndo={undo} />
      <div className="gwt-item-body">
        <div className="gwt-item-main">
          <ItemSection title="登记">
            <RegisteredFacts item={item} />
          </ItemSection>
          <WordsSection item={item} />
          <HandlingSection facts={facts} />
          <CirculationSection item={item} actions={actions} onOpinion={writeOpinion} />
          <UrgingSection item={item} />
          <ReplySection item={item} />
          <div className="gwt-item-section">
            <AttachmentPanel ownerKind="incoming" ownerId={item.id} />
          </div>
          <LinksSection item={item} actions={actions} />
        </div>
        <ItemSide facts={facts} actions={actions} form={form} onForm={setForm} onEdit={edit} onUndo={undo} />
      </div>
    </div>
  );
}
