import { useState } from 'react';
import type { IncomingDetail, LinkRelation } from '../../../../shared/features/incoming-items.ts';
import { LINK_RELATION_NAMES, LINK_RELATIONS } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Choice } from '../../../ui/flow/Choice.tsx';
import { ItemPicker } from './ItemPicker.tsx';
import type { PickedItem } from './ItemPicker.tsx';
import { faultsOf } from './use-item-actions.ts';
import type { ItemActions } from './use-item-actions.ts';

interface LinkDialogProps {
  readonly item: IncomingDetail;
  readonly actions: ItemActions;
  readonly onClose: () => void;
}

/** What this item is to the other one, in the words of each relation. */
const EXPLANATIONS: Readonly<Record<LinkRelation, string>> = {
  reply: '本件是对那一件的答复。',
  forward: '本件转发那一件。',
  resubmission: '那一件退文后，本件是再次来文。',
  related: '两件有关，互相可以跳转。',
  order: '',
};

/** 交办 is made by giving an order, not by linking. */
const OFFERED = LINK_RELATIONS.filter((relation) => relation !== 'order');

/** Links another 收文 or 发文, found by number or title. */
export function LinkDialog({ item, actions, onClose }: LinkDialogProps) {
  const [picked, setPicked] = useState<PickedItem | undefined>(undefined);
  const [relation, setRelation] = useState<LinkRelation>('related');
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (picked === undefined) {
      setFault('请选择要关联的文件。');
      return;
    }
    try {
      await api.incoming.link({ id: item.id, toKind: picked.kind, toId: picked.id, relation });
    } catch (error) {
      setFault(faultsOf(error).message);
      return;
    }
    onClose();
    void actions.attempt(() => Promise.resolve(`已关联（${LINK_RELATION_NAMES[relation]}）${picked.name}。`));
  };
  return (
    <Dialog title="关联另一件" okText="关联" onOk={() => void save()} onCancel={onClose} width={620}>
      <div
        className="gwt-link-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void save();
        }}
      >
        <label htmlFor="gwt-link-item">文件</label>
        <div data-first="">
          <ItemPicker
            id="gwt-link-item"
            label="文件"
            kinds={['incoming', 'outgoing']}
            value={picked}
            onChange={(chosen) => {
              setPicked(chosen);
              setFault(null);
            }}
            exceptId={item.id}
            invalid={fault !== null}
            describedBy={fault === null ? undefined : 'gwt-link-fault'}
          />
          {fault === null ? null : (
            <p id="gwt-link-fault" className="gwt-field-fault" role="alert">
              {fault}
            </p>
          )}
        </div>
        <span id="gwt-link-relation-label">关系</span>
        <div>
          <Choice
            control={{ id: 'gwt-link-relation', label: '关系', describedBy: undefined }}
            value={relation}
            options={OFFERED.map((value) => ({ value, label: LINK_RELATION_NAMES[value] }))}
            onChange={(value) => {
              const chosen = OFFERED.find((one) => one === value);
              if (chosen !== undefined) setRelation(chosen);
            }}
          />
          <p className="gwt-field-help">{EXPLANATIONS[relation]}</p>
        </div>
      </div>
    </Dialog>
  );
}
