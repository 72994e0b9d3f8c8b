import { InputNumber } from 'antd';
import { RETURN_REASONS, URGE_LEVELS } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingField } from '../../../../shared/domain/flow-incoming.ts';
import { api } from '../../../app/api.ts';
import { Choice } from '../../../ui/flow/Choice.tsx';
import { DateBox } from '../../../ui/flow/DateBox.tsx';
import { DeadlineBox } from '../../../ui/flow/DeadlineBox.tsx';
import type { FieldControl } from '../../../ui/flow/flow-field.ts';
import { FreeName } from '../../../ui/flow/FreeName.tsx';
import { TextLine } from '../../../ui/flow/TextLine.tsx';
import { TextLines } from '../../../ui/flow/TextLines.tsx';
import type { NameChoice } from '../../../ui/use-completion.ts';
import { DepartmentPicker } from '../../directory/DepartmentPicker.tsx';
import { completeLocation } from './complete-location.ts';
import { candidates, ROLE_NAMES } from './assignments.ts';
import { AssistsControl } from './AssistsControl.tsx';
import type { ItemFacts } from './defaults.ts';
import { ItemPicker } from './ItemPicker.tsx';
import type { ItemValues } from './item-values.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { ReadersControl } from './ReadersControl.tsx';

export interface ItemControlProps {
  readonly control: FieldControl<ItemValues>;
  readonly facts: Pick<ItemFacts, 'calendar' | 'today'> & {
    readonly item: Pick<ItemFacts['item'], 'assignments' | 'readers'>;
  };
  readonly action: IncomingAction;
}
type Render = (props: ItemControlProps) => React.ReactNode;

type TextField = {
  [K in keyof ItemValues]-?: ItemValues[K] extends string | undefined ? K : never;
}[keyof ItemValues];

const completePerson = (text: string) => api.incoming.completePerson({ text });

/** Usual words to choose from, others may be typed. */
const choices = (words: readonly string[]) => (): Promise<NameChoice[]> =>
  Promise.resolve(words.map((name) => ({ id: name, name, note: '' })));

const URGE_METHODS = choices(['微信', '电话', '当面', '短信', '催办通知单', 'OA']);
const REPLY_METHODS = choices(['复函', '电话', '邮件', '当面', '报送材料', '无需书面答复']);

const MAX_LENGTH = 30;

/** A name that may be typed freely, with completion. */
const nameBox = (field: TextField, complete: (text: string) => Promise<readonly NameChoice[]>): Render =>
  function Name({ control }) {
    return (
      <FreeName
        control={control}
        value={control.values[field]}
        maxLength={MAX_LENGTH}
        onChange={(text) => control.change({ [field]: text })}
        complete={complete}
      />
    );
  };

const lines = (field: TextField, maxLength: number): Render =>
  function Lines({ control }) {
    return (
      <TextLines
        control={control}
        value={control.values[field]}
        maxLength={maxLength}
        onChange={(text) => control.change({ [field]: text })}
      />
    );
  };

const line = (field: TextField, maxLength: number): Render =>
  function Line({ control }) {
    return (
      <TextLine
        control={control}
        value={control.values[field]}
        maxLength={maxLength}
        onChange={(text) => control.change({ [field]: text })}
      />
    );
  };

const choice = (
  field: TextField,
  optionsOf: (props: ItemControlProps) => readonly { readonly value: string; readonly label: string }[],
): Render =>
  function OneOf(props) {
    const { control } = props;
    return (
      <Choice
        control={control}
        value={control.values[field]}
        options={optionsOf(props)}
        onChange={(value) => control.change({ [field]: value })}
      />
    );
  };

const day = (field: 'instructedOn' | 'repliedOn'): Render =>
  function Day({ control }) {
    return (
      <DateBox
        id={control.id}
        value={control.values[field]}
        onChange={(value) => control.change({ [field]: value })}
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
    );
  };

const department = (field: 'leadDepartmentId' | 'departmentId'): Render =>
  function Department({ control }) {
    return (
      <DepartmentPicker
        id={control.id}
        label={control.label}
        value={control.values[field] ?? null}
        onChange={(id) => control.change({ [field]: id ?? undefined })}
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
    );
  };

const person = (field: 'leadPersonId' | 'personId', of: 'leadDepartmentId' | 'departmentId'): Render =>
  function Person({ control }) {
    return (
      <PersonPicker
        id={control.id}
        label={control.label}
        value={control.values[field]}
        onChange={(id) => control.change({ [field]: id })}
        departmentId={control.values[of]}
        invalid={control.invalid}
        describedBy={control.describedBy}
      />
    );
  };

const same = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

/** What each field of the flow is filled in with. */
export const ITEM_CONTROLS: Readonly<Record<IncomingField, Render>> = {
  signerName: nameBox('signerName', completePerson),
  receivedAt: line('receivedAt', 16),
  copies: ({ control }) => (
    <InputNumber
      id={control.id}
      value={control.values.copies ?? null}
      min={1}
      max={9999}
      precision={0}
      status={control.invalid ? 'error' : ''}
      aria-describedby={control.describedBy}
      onChange={(copies) => control.change({ copies: copies ?? undefined })}
    />
  ),
  // These two stand in the row and are changed by 修改.
  title: () => null,
  senderName: () => null,
  reason: lines('reason', 300),
  returnReason: choice('returnReason', () => same(RETURN_REASONS)),
  opinion: lines('opinion', 1000),
  leadDepartmentId: department('leadDepartmentId'),
  dueOn: ({ control, facts }) => (
    <DeadlineBox
      id={control.id}
      label={control.label}
      value={control.values.dueOn}
      onChange={(dueOn) => control.change({ dueOn })}
      calendar={facts.calendar}
      today={facts.today}
      invalid={control.invalid}
      describedBy={control.describedBy}
    />
  ),
  basis: line('basis', 200),
  instructedBy: nameBox('instructedBy', completePerson),
  instructedOn: day('instructedOn'),
  instruction: lines('instruction', 2000),
  readers: ({ control }) => <ReadersControl control={control} />,
  circulation: choice('circulation', () => [
    { value: 'serial', label: '依次传阅' },
    { value: 'parallel', label: '同时传阅' },
  ]),
  assignmentId: choice('assignmentId', ({ facts, action }) =>
    candidates(facts.item, action).map(({ id, role, departmentName }) => ({
      value: id,
      label: `${departmentName}（${ROLE_NAMES[role]}）`,
    })),
  ),
  departmentId: department('departmentId'),
  approvedBy: nameBox('approvedBy', completePerson),
  result: lines('result', 2000),
  readerId: choice('readerId', ({ facts }) =>
    facts.item.readers
      .filter(({ status }) => status === 'waiting')
      .map(({ id, personName }) => ({ value: id, label: personName })),
  ),
  replyMethod: nameBox('replyMethod', REPLY_METHODS),
  repliedOn: day('repliedOn'),
  urgeLevel: choice('urgeLevel', () => same(URGE_LEVELS)),
  urgeMethod: nameBox('urgeMethod', URGE_METHODS),
  location: nameBox('location', completeLocation),
  archiveNumber: line('archiveNumber', 60),
  leadPersonId: person('leadPersonId', 'leadDepartmentId'),
  assists: ({ control }) => <AssistsControl control={control} />,
  personId: person('personId', 'departmentId'),
  forceReason: lines('forceReason', 300),
  replyNumber: line('replyNumber', 60),
  replyOutgoingId: ({ control }) => (
    <ItemPicker
      id={control.id}
      label={control.label}
      kinds={['outgoing']}
      value={control.values.replyOutgoing}
      onChange={(item) => control.change({ replyOutgoing: item })}
      invalid={control.invalid}
      describedBy={control.describedBy}
    />
  ),
};
