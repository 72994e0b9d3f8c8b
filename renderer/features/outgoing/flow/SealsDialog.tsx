import { useState } from 'react';
import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { SEAL_CATEGORIES } from '../../../../shared/domain/outgoing-fields.ts';
import type { Seal } from '../../../../shared/features/outgoing-seals.ts';
import { AppError } from '../../../../shared/ipc/errors.ts';
import { api, messageOf } from '../../../app/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Choice } from '../../../ui/flow/Choice.tsx';
import { NameBox } from '../../../ui/NameBox.tsx';
import { PlainTable } from '../../../ui/PlainTable.tsx';
import { seals } from '../queries.ts';

type Draft = Pick<Seal, 'name' | 'category' | 'keeper' | 'active'> & {
  readonly id?: string;
  readonly rowVersion?: number;
};

const BLANK: Draft = { name: '', category: '行政', keeper: '', active: true };
const completePerson = (text: string) => api.incoming.completePerson({ text });

/** The seals of the office: name, kind, keeper; those out of use stay for the book. */
export function SealsDialog({ onClose }: { readonly onClose: () => void }) {
  const all = useQuery(seals()).data ?? [];
  const [draft, setDraft] = useState<Draft>(BLANK);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState('');
  const put = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setFaults({});
  };
  const save = async (seal: Draft): Promise<void> => {
    try {
      const { id, rowVersion, name, category, keeper, active } = seal;
      const saved = await api.outgoing.saveSeal({
        ...(id === undefined ? {} : { id, rowVersion }),
        name,
        category,
        keeper,
        active,
      });
      setDraft(BLANK);
      setFaults({});
      setTold(`已保存：${saved.name}${saved.active ? '' : '（停用）'}`);
    } catch (error) {
      setFaults(error instanceof AppError ? (error.fields ?? {}) : {});
      setTold(messageOf(error));
    }
  };
  return (
    <Dialog
      title="印章"
      okText={draft.id === undefined ? '添加（Ctrl+Enter）' : '保存（Ctrl+Enter）'}
      onOk={() => void save(draft)}
      cancelText="关闭"
      onCancel={onClose}
      width={720}
    >
      <PlainTable<Seal>
        label="印章"
        rows={all}
        keyOf={({ id }) => id}
        empty="还没有印章。在下面填写名称、类别和保管人，按 Ctrl+Enter 添加。"
        columns={[
          {
            title: '名称',
            render: (seal) => (
              <span className={seal.active ? undefined : 'gwt-soft gwt-struck'}>{seal.name}</span>
            ),
          },
          { title: '类别', width: 80, render: ({ category }) => category },
          { title: '保管人', width: 90, render: ({ keeper }) => keeper },
          { title: '已用印', width: 72, align: 'right', render: ({ uses }) => uses },
          {
            title: '',
            width: 130,
            render: (seal) => (
              <>
                <Button
                  type="link"
                  size="small"
                  aria-label={`修改 ${seal.name}`}
                  onClick={() => setDraft(seal)}
                >
                  修改
                </Button>
                <Button
                  type="link"
                  size="small"
                  aria-label={`${seal.active ? '停用' : '启用'} ${seal.name}`}
                  onClick={() => void save({ ...seal, active: !seal.active })}
                >
                  {seal.active ? '停用' : '启用'}
                </Button>
              </>
            ),
          },
        ]}
      />
      <div className="gwt-seal-form">
        <label htmlFor="gwt-seal-name">名称</label>
        <div>
          <Input
            id="gwt-seal-name"
            data-first=""
            value={draft.name}
            maxLength={60}
            placeholder="如：临江市住房和城乡建设局"
            status={faults['name'] === undefined ? '' : 'error'}
            aria-invalid={faults['name'] !== undefined || undefined}
            onChange={(event) => put({ name: event.target.value })}
          />
          {faults['name'] === undefined ? null : (
            <p className="gwt-field-fault" role="alert">
              {faults['name']}
            </p>
          )}
        </div>
        <span id="gwt-seal-category-label">类别</span>
        <Choice
          control={{ id: 'gwt-seal-category', label: '类别', describedBy: undefined }}
          value={draft.category}
          options={SEAL_CATEGORIES.map((name) => ({ value: name, label: name }))}
          onChange={(chosen) => put({ category: SEAL_CATEGORIES.find((name) => name === chosen) ?? '行政' })}
        />
        <label htmlFor="gwt-seal-keeper">保管人</label>
        <NameBox
          id="gwt-seal-keeper"
          value={draft.keeper}
          onChange={(keeper) => put({ keeper })}
          complete={completePerson}
          maxLength={30}
        />
      </div>
      <p className="gwt-soft" role="status">
        {faults['name'] === undefined ? told : ''}
      </p>
    </Dialog>
  );
}
