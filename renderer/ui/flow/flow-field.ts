import type { ReactNode } from 'react';

/** What a control of a step's form needs to be found by its label and its fault. */
export interface FieldControl<V> {
  readonly id: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly values: V;
  readonly change: (part: Partial<V>) => void;
}

/** A control that holds a text. */
export interface TextProps {
  readonly control: Pick<FieldControl<never>, 'id' | 'invalid' | 'describedBy'>;
  readonly value: string | undefined;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
}

/** One field of a step's form; which there are is data of the flow. */
export interface FlowField<V> {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly help?: ReactNode;
  readonly render: (control: FieldControl<V>) => ReactNode;
}

/** Why a step was refused: one sentence, and the fields at fault. */
export interface FlowFaults {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A step that may be taken now. */
export interface FlowStep {
  readonly key: string;
  readonly label: string;
  /** Seldom taken: drawn apart. */
  readonly rare: boolean;
  /** The one that usually comes next. */
  readonly likely: boolean;
  /** Needs the leave of the head. */
  readonly byLeave: boolean;
}
