import { Dialog } from '../../../ui/Dialog.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';
import { toPlainText } from '../../../../shared/gongwen/recognize.ts';
import { api } from '../../../app/api.ts';
import { fieldKeys, fieldOf } from './form/fields.ts';
import type { FieldKey } from './form/fields.ts';

interface ConflictDialogProps {
  readonly id: string;
  readonly mine: Gongwen;
  readonly onKeepCopy: () => void;
  readonly onTakeOther: () => void;
}

function textOf(document: Gongwen, key: FieldKey): string {
  if (key === 'body') return toPlainText(document.body);
  const value = document[key];
  if (value === undefined) return '（空）';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

/** The fields in which two versions of a document differ. */
export function differingFields(mine: Gongwen, other: Gongwen): FieldKey[] {
  return fieldKeys().filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(other[key]));
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
      <div className="gwt-conflict">
        <table>
          <thead>
            <tr>
              <th scope="col">要素</th>
              <th scope="col">我的内容</th>
              <th scope="col">已存的内容</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((key) => (
              <tr key={key}>
                <th scope="row">{fieldOf(key).label}</th>
                <td>{textOf(mine, key)}</td>
                <td>{other === undefined ? '' : textOf(other.document, key)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {other !== undefined && fields.length === 0 ? <p>两边内容相同。</p> : null}
      </div>
    </Dialog>
  );
}
