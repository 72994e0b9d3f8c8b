import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from 'antd';
import { isComposing } from '../../app/hot-keys.ts';
import type { FlowFaults, FlowField } from './flow-field.ts';
import { firstControl, moveOn } from './form-focus.ts';

interface ActionFormProps<V extends object> {
  readonly title: string;
  readonly fields: readonly FlowField<V>[];
  readonly initial: V;
  readonly submitLabel: string;
  /** Null when it is done; else why not. Nothing is cleared. */
  readonly onSubmit: (values: V) => Promise<FlowFaults | null>;
  readonly onClose: () => void;
  /** 取消, unless leaving loses nothing. */
  readonly closeLabel?: string;
  /** Told what stands in the form, whenever it changes; to be the same function each time. */
  readonly onValues?: (values: V) => void;
  /** What the step does, where that is not plain. */
  readonly explanation?: ReactNode;
  /** Shown under the fields, from what has been filled in. */
  readonly children?: (values: V, change: (part: Partial<V>) => void) => ReactNode;
  /** Ctrl+S does it, where a book is kept and sheet follows sheet; Ctrl+Enter is then the second way's key. */
  readonly savedByCtrlS?: boolean;
  /** A second way to finish, beside the first. */
  readonly other?: {
    readonly label: string;
    readonly onSubmit: (values: V) => Promise<FlowFaults | null>;
  };
}

/** What a step needs: labels on the left, required ones first; Enter moves on, Ctrl+Enter does it, Esc closes. */
export function ActionForm<V extends object>(props: ActionFormProps<V>) {
  const { fields, onValues } = props;
  const [values, setValues] = useState(props.initial);
  const [faults, setFaults] = useState<FlowFaults | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    firstControl(form.current)?.focus();
    return () => {
      // Where the person was, e.g. a row of a table; what came for the form has gone with it.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => onValues?.(values), [onValues, values]);
  const change = (part: Partial<V>): void => {
    setValues((present) => ({ ...present, ...part }));
    setFaults((present) => withoutFaultsOf(present, part));
  };
  const submit = async (send: (values: V) => Promise<FlowFaults | null>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const found = await send(values);
      setFaults(found);
      const first = found === null ? undefined : fields.find(({ name }) => name in found.fields);
      if (first !== undefined) firstControl(form.current, first.name)?.focus();
    } finally {
      setBusy(false);
    }
  };
  const otherWay = props.other?.onSubmit ?? props.onSubmit;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    // Keys of a dialog that a field has opened belong to the dialog.
    if (!(event.target instanceof Node) || form.current?.contains(event.target) !== true) return;
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      void submit(props.savedByCtrlS === true ? otherWay : props.onSubmit);
    else if (event.key === 'Enter' && moveOn(form.current, event.target, event.shiftKey ? -1 : 1)) {
      // The focus is in the next field now.
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const elsewhere = faults === null || fields.every(({ name }) => !(name in faults.fields));
  return (
    <form
      ref={form}
      className="gwt-action-form"
      aria-labelledby={`${id}-heading`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(props.onSubmit);
      }}
    >
      <h2 id={`${id}-heading`}>{props.title}</h2>
      {props.explanation === undefined ? null : <p className="gwt-soft">{props.explanation}</p>}
      {fields.map((field) => {
        const fault = faults?.fields[field.name];
        const faultId = `${id}-${field.name}-fault`;
        const fieldId = `${id}-${field.name}`;
        return (
          <div
            key={field.name}
            className="gwt-action-field"
            data-field={field.name}
            data-required={field.required ? '' : undefined}
          >
            <label
              htmlFor={fieldId}
              id={`${fieldId}-label`}
              className={field.required ? 'gwt-required' : undefined}
            >
              {field.label}
            </label>
            <div className="gwt-action-control">
              {field.render({
                id: fieldId,
                label: field.label,
                invalid: fault !== undefined,
                describedBy: fault === undefined ? undefined : faultId,
                values,
                change,
              })}
              {field.help === undefined ? null : <p className="gwt-field-help">{field.help}</p>}
              {fault === undefined ? null : (
                <p id={faultId} className="gwt-field-fault" role="alert">
                  {fault}
                </p>
              )}
            </div>
          </div>
        );
      })}
      {props.children?.(values, change)}
      {faults !== null && elsewhere ? (
        <p className="gwt-field-fault" role="alert">
          {faults.message}
        </p>
      ) : null}
      <div className="gwt-action-buttons">
        <Button type="primary" htmlType="submit" loading={busy} data-submit="">
          {props.submitLabel}（{props.savedByCtrlS === true ? 'Ctrl+S' : 'Ctrl+Enter'}）
        </Button>
        {props.other === undefined ? null : (
          <Button disabled={busy} onClick={() => void submit(otherWay)}>
            {props.other.label}
            {props.savedByCtrlS === true ? '（Ctrl+Enter）' : ''}
          </Button>
        )}
        <Button type="text" onClick={props.onClose}>
          {props.closeLabel ?? '取消'}（Esc）
        </Button>
      </div>
    </form>
  );
}

function withoutFaultsOf(faults: FlowFaults | null, part: object): FlowFaults | null {
  if (faults === null) return null;
  const fields = Object.fromEntries(Object.entries(faults.fields).filter(([name]) => !(name in part)));
  const left = Object.keys(fields).length;
  if (left === Object.keys(faults.fields).length) return faults;
  return left === 0 ? null : { ...faults, fields };
}
