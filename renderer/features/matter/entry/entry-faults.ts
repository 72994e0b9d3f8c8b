import type { FlowFaults } from '../../../ui/flow/flow-field.ts';
import { faultsOf } from '../../incoming/item/use-item-actions.ts';

/** Why an order was not taken, by the field of the form: `draft.title` is told under 事项. */
export function entryFaults(error: unknown): FlowFaults {
  const { message, fields } = faultsOf(error);
  return {
    message,
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [fieldOf(path), fault] as const),
    ),
  };
}

function fieldOf(path: string): string {
  const [first = '', second = ''] = path.split('.');
  if (first === 'draft') return second;
  return first === 'assistDepartmentIds' ? 'assists' : first;
}
