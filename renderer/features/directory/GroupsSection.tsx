import { useState } from 'react';
import { Button, Checkbox } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { GROUP_KIND_NAMES } from '../../../shared/features/directory.ts';
import type { GroupKind, PersonGroup } from '../../../shared/features/directory.ts';
import { api } from '../../app/api.ts';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useAttempt } from '../settings/use-attempt.ts';
import { GroupDialog } from './GroupDialog.tsx';
import { groupList } from './queries.ts';

const ORDERS = { '': '', serial: '依次传阅', parallel: '同时传阅' } as const;

/** 院领导, 中层 and the like, and lists of readers: chosen by name wherever people are chosen. */
export function GroupsSection() {
  const [withVoided, setWithVoided] = useState(false);
  const groups = useQuery(groupList(withVoided)).data ?? [];
  const [editing, setEditing] = useState<PersonGroup | GroupKind | null>(null);
  const [voiding, setVoiding] = useState<PersonGroup | null>(null);
  const attempt = useAttempt();
  return (
    <>
      <p className="gwt-soft">选传阅人时输入名单的名称或拼音首字母，就一次选中其中所有在岗的人。</p>
      <p className="gwt-toolbar-line">
        <Button onClick={() => setEditing('readers')}>添加传阅名单</Button>
        <Button onClick={() => setEditing('group')}>添加人员分组</Button>
        <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
          列出已作废的
        </Checkbox>
      </p>
      <PlainTable
        label="分组与传阅名单"
        rows={groups}
        keyOf={(row) => row.id}
        empty="还没有名单。常用的传阅范围（如院领导）存成名单，以后一次选中。"
        columns={[
          {
            title: '名称',
            width: 180,
            render: (row) => (row.voidReason === null ? row.name : `${row.name}（已作废）`),
          },
          { title: '类别', width: 90, render: (row) => GROUP_KIND_NAMES[row.kind] },
          { title: '方式', width: 90, render: (row) => ORDERS[row.circulation] },
          {
            title: '人员',
            render: (row) =>
              row.members.map(({ name, active }) => (active ? name : `${name}（离岗）`)).join('、'),
          },
          {
            title: '',
            width: 150,
            render: (row) =>
              row.voidReason === null ? (
                <>
                  <Button aria-label={`修改名单 ${row.name}`} onClick={() => setEditing(row)}>
                    修改
                  </Button>{' '}
                  <Button aria-label={`作废名单 ${row.name}`} onClick={() => setVoiding(row)}>
                    作废
                  </Button>
                </>
              ) : (
                <Button
                  aria-label={`还原名单 ${row.name}`}
                  onClick={() =>
                    void attempt(async () => {
                      await api.directory.restoreGroup({ id: row.id, rowVersion: row.rowVersion });
                      return '已还原。';
                    })
                  }
                >
                  还原
                </Button>
              ),
          },
        ]}
      />
      {editing === null ? null : (
        <GroupDialog
          group={typeof editing === 'string' ? undefined : editing}
          kind={typeof editing === 'string' ? editing : editing.kind}
          onClose={() => setEditing(null)}
        />
      )}
      {voiding === null ? null : (
        <ReasonDialog
          title="作废名单"
          explanation={`“${voiding.name}”以后不再列出，已用它选过的传阅不受影响，可以随时还原。`}
          confirmLabel="作废"
          onClose={() => setVoiding(null)}
          onConfirm={async (reason) => {
            const done = await attempt(async () => {
              await api.directory.voidGroup({ id: voiding.id, rowVersion: voiding.rowVersion, reason });
              return '已作废。';
            });
            if (done) setVoiding(null);
          }}
        />
      )}
    </>
  );
}
