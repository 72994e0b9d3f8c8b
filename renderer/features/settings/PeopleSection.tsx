import { useState } from 'react';
import { Button, Table } from 'antd';
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
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={people}
        locale={{ emptyText: '还没有人员。' }}
        columns={[
          { title: '姓名', dataIndex: 'name', width: 120 },
          { title: '部门', dataIndex: 'departmentName', render: (name: string | null) => name ?? '' },
          { title: '职务', dataIndex: 'post' },
          { title: '电话', dataIndex: 'phone', width: 150 },
          {
            title: '状态',
            dataIndex: 'active',
            width: 80,
            render: (active: boolean) => (active ? '● 在岗' : '○ 离岗'),
          },
          {
            title: '',
            key: 'edit',
            width: 76,
            render: (_, row) => (
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
      <Table
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={departments}
        locale={{ emptyText: '还没有部门。' }}
        columns={[
          { title: '次序', dataIndex: 'sortOrder', width: 80 },
          { title: '部门', dataIndex: 'name' },
          {
            title: '',
            key: 'edit',
            width: 76,
            render: (_, row) => (
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
