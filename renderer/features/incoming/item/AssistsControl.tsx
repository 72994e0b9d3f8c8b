import { useQuery } from '@tanstack/react-query';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { DepartmentsPicker } from '../../directory/DepartmentPicker.tsx';
import { officeDepartments } from '../../settings/queries.ts';
import type { AssistLine, ItemValues } from './item-values.ts';
import { PersonPicker } from './PersonPicker.tsx';

/** 会办, each with a deadline and a person of its own where they differ from 主办. */
export function AssistsControl({ control }: { readonly control: FieldControl<ItemValues> }) {
  const { values, change } = control;
  const departments = useQuery(officeDepartments()).data ?? [];
  const lines = values.assists ?? [];
  const changeLine = (departmentId: string, part: Partial<AssistLine>): void =>
    change({
      assists: lines.map((line) => (line.departmentId === departmentId ? { ...line, ...part } : line)),
    });
  return (
    <>
      <DepartmentsPicker
        id={control.id}
        label={control.label}
        value={lines.map(({ departmentId }) => departmentId)}
        except={values.leadDepartmentId === undefined ? [] : [values.leadDepartmentId]}
        onChange={(ids) =>
          change({
            assists: ids.map(
              (departmentId) => lines.find((line) => line.departmentId === departmentId) ?? { departmentId },
            ),
          })
        }
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
      {lines.map((line) => {
        const name = departments.find(({ id }) => id === line.departmentId)?.name ?? '';
        return (
          <div key={line.departmentId} className="gwt-assist-line">
            <span>{name}</span>
            <DateBox
              label={`${name}会办时限`}
              value={line.dueOn}
              placeholder="同主办"
              onChange={(dueOn) => changeLine(line.departmentId, { dueOn })}
            />
            <PersonPicker
              label={`${name}承办人`}
              placeholder="承办人"
              value={line.personId}
              departmentId={line.departmentId}
              onChange={(personId) => changeLine(line.departmentId, { personId })}
            />
          </div>
        );
      })}
    </>
  );
}
