import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { groupList } from '../../directory/queries.ts';
import { addPeople } from '../../directory/people.ts';
import { PeoplePicker } from '../../directory/PeoplePicker.tsx';
import type { ItemValues } from './item-values.ts';

/** Readers in their order; a list kept in the directory is put in with one press. */
export function ReadersControl({ control }: { readonly control: FieldControl<ItemValues> }) {
  const { values, change } = control;
  const lists = (useQuery(groupList(false)).data ?? []).filter(({ members }) => members.length > 0);
  const readers = values.readers ?? [];
  return (
    <>
      <PeoplePicker
        id={control.id}
        label={control.label}
        value={readers}
        onChange={(people) => change({ readers: people })}
        ordered={values.circulation === 'serial'}
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
      {lists.length === 0 ? null : (
        <div className="gwt-reader-lists" role="group" aria-label="传阅名单">
          {lists.map((list) => (
            <Button
              key={list.id}
              size="small"
              title={list.members.map(({ name }) => name).join('、')}
              onClick={() =>
                change({
                  readers: addPeople(
                    readers,
                    list.members
                      .filter(({ active }) => active)
                      .map(({ personId, name }) => (personId === null ? { name } : { personId, name })),
                  ),
                  ...(list.circulation === '' ? {} : { circulation: list.circulation }),
                })
              }
            >
              ＋{list.name}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
