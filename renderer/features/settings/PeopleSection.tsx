import { useState } from 'react';
import { Button } from 'antd';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Person, departmentSchema } from '../../../shared/features/office.ts';
import { DepartmentDialog } from './DepartmentDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { officeDepartments, officePeople } from './queries.ts';

type Department = z.output<typeof departmentSchema>;

export function PeopleSection() {
  const people = useQuery(officePeople()).data ?? [];
  const departments = useQuery(officeDepartments()).data ?? [];
  const [person, setPerson] = useState<Person | 'new' | null>(null);
  const [department, setDepartment] = useState<Department | 'new' | null>(null);
  return (
    <>
      <h2>人员</h2>
      <PlainTable
        label="人员"
        rows={people}
        keyOf={(row) => row.id}
        empty="还没有人员。"
        columns={[
          { title: '姓名', width: 120, render: (row) => row.name },
          { title: '部门', render: (row) => row.departmentName ?? '' },
          { title: '职务', render: (row) => row.post },
          { title: '办公电话', width: 120, render: (row) => row.phone },
          { title: '手机', width: 120, render: (row) => row.mobile },
          { title: '状态', width: 90, render: (row) => (row.active ? '● 在岗' : '○ 离岗') },
          {
            title: '',
            width: 90,
            render: (row) => (
              <Button aria-label={`修改人员 ${row.name}`} onClick={() => setPerson(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      <p>
        <Button onClick={() => setPerson('new')}>添加人员</Button>
      </p>
      <h2>部门</h2>
      <PlainTable
        label="部门"
        rows={departments}
        keyOf={(row) => row.id}
        empty="还没有部门。"
        columns={[
          { title: '次序', width: 80, render: (row) => row.sortOrder },
          { title: '部门', render: (row) => row.name },
          {
            title: '',
            width: 90,
            render: (row) => (
              <Button aria-label={`修改部门 ${row.name}`} onClick={() => setDepartment(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      <p>
        <Button onClick={() => setDepartment('new')}>添加部门</Button>
      </p>
      {person === null ? null : (
        <PersonDialog
          person={person === 'new' ? undefined : person}
          departments={departments}
          onClose={() => setPerson(null)}
        />
      )}
      {department === null ? null : (
        <DepartmentDialog
          department={department === 'new' ? undefined : department}
          next={Math.max(0, ...departments.map((item) => item.sortOrder)) + 1}
          onClose={() => setDepartment(null)}
        />
      )}
    </>
  );
}
