import { useId, useRef } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { z } from 'zod';
import type { DocumentFault } from '../../../../../shared/features/document.ts';
import { isComposing, useKeyNotes } from '../../../../app/hot-keys.ts';
import { useViewState } from '../../../../app/view-state.ts';
import { useElements } from '../document-store.ts';
import type { DocumentStore } from '../document-store.ts';
import { FieldControl } from './FieldControl.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { FIELD_GROUPS, fieldKeyOf, fieldOf, fieldsOf } from './fields.ts';
import type { FieldGroup } from './fields.ts';

const FORM_KEYS = [{ shown: 'Enter Shift+Enter', label: '要素中：到下一项、上一项' }] as const;

interface FormPaneProps {
  readonly store: DocumentStore;
  readonly faults: readonly DocumentFault[];
  readonly readOnly: boolean;
  readonly onOpenText: (path: string) => void;
  /** The model path of the field that has the focus. */
  readonly onFocusPath: (path: string) => void;
}

const closedSchema = z.array(z.string());

/** The elements of the document, in the order of the page: 版头、主体、版记. */
export function FormPane({ store, faults, readOnly, onOpenText, onFocusPath }: FormPaneProps) {
  useKeyNotes(FORM_KEYS);
  const prefix = useId();
  const pane = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useViewState('editor.closedGroups', closedSchema, ['options']);
  const document = useElements(store);
  const toggle = (group: FieldGroup): void =>
    setClosed(closed.includes(group) ? closed.filter((key) => key !== group) : [...closed, group]);
  const onFocus = (event: FocusEvent): void => {
    const field = event.target.closest('[data-field]')?.getAttribute('data-field');
    if (field !== null && field !== undefined) onFocusPath(field);
  };
  return (
    <div
      className="gwt-form"
      ref={pane}
      onFocus={onFocus}
      onKeyDown={(event) => moveOnEnter(event, pane.current)}
    >
      {FIELD_GROUPS.map((group) => {
        const fields = fieldsOf(group.key).filter((key) => fieldOf(key).shownWhen?.(document) ?? true);
        const open = !closed.includes(group.key);
        const marks = faults.filter((fault) => {
          const key = fieldKeyOf(fault.path);
          return key !== undefined && fieldOf(key).group === group.key && fault.severity === 'error';
        });
        return (
          <section key={group.key} className="gwt-form-group" data-group={group.key}>
            <h2>
              <button type="button" aria-expanded={open} onClick={() => toggle(group.key)}>
                <span aria-hidden="true">{open ? '▾' : '▸'}</span> {group.label}
                {marks.length === 0 ? null : <span className="gwt-group-faults">✕ {marks.length} 处</span>}
              </button>
            </h2>
            <div hidden={!open}>
              {fields.map((key) => (
                <FieldFrame
                  key={key}
                  field={key}
                  controlId={`${prefix}-${key}`}
                  faults={faults.filter((fault) => fieldKeyOf(fault.path) === key)}
                >
                  <FieldControl
                    field={key}
                    store={store}
                    id={`${prefix}-${key}`}
                    disabled={readOnly}
                    onOpenText={onOpenText}
                  />
                </FieldFrame>
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** Enter goes to the next field, Shift+Enter back; in texts of several lines Enter stays a line end. */
function moveOnEnter(event: KeyboardEvent, pane: HTMLElement | null): void {
  const target = event.target;
  if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent) || pane === null) return;
  if (!(target instanceof HTMLInputElement) || target.getAttribute('role') === 'combobox') return;
  const fields = [
    ...pane.querySelectorAll<HTMLElement>('input:not([disabled]), textarea:not([disabled])'),
  ].filter((field) => field.offsetParent !== null);
  const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
