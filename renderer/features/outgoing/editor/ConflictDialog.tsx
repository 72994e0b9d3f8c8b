import { ConflictTable } from '../../../ui/ConflictTable.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';
import { api } from '../../../app/api.ts';
import { describeField, differingFields } from './describe-field.ts';
import { fieldOf } from './form/fields.ts';

interface ConflictDialogProps {
  readonly id: string;
  readonly mine: Gongwen;
  readonly onKeepCopy: () => void;
  readonly onTakeOther: () => void;
}

/** Both sides next to each other; nothing is overwritten until the person has chosen. */
export function ConflictDialog({ id, mine, onKeepCopy, onTakeOther }: ConflictDialogProps) {
  // Asked apart from the cache: what is stored now, not what this screen was opened with.
  const other = useQuery({
    queryKey: ['conflict', id],
    queryFn: () => api.outgoing.get({ id }),
    gcTime: 0,
  }).data;
  const fields = other === undefined ? [] : differingFields(mine, other.document);
  return (
    <Dialog
      title="这件公文在别处改过"
      mustDecide
      width={860}
      footer={[
        <Button key="other" onClick={onTakeOther} disabled={other === undefined}>
          采用已存的内容
        </Button>,
        <Button key="mine" type="primary" onClick={onKeepCopy} data-first="">
          把我的内容另存为新件
        </Button>,
      ]}
    >
      <p>您的修改没有覆盖别处的修改。请看清两边的不同，选择一种办法：</p>
      <ConflictTable
        heads={{ mine: '我的内容', stored: '已存的内容' }}
        rows={fields.map((key) => ({
          key,
          label: fieldOf(key).label,
          mine: describeField(mine, key),
          stored: other === undefined ? '' : describeField(other.document, key),
        }))}
      />
      {other !== undefined && fields.length === 0 ? <p>两边内容相同。</p> : null}
    </Dialog>
  );
}
