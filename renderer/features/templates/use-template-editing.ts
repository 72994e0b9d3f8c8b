import { useEffect, useRef, useState } from 'react';
import { Form } from 'antd';
import { useBlocker } from '@tanstack/react-router';
import type { Office } from '../../../shared/features/office.ts';
import type { TemplateContent } from '../../../shared/gongwen/template.ts';
import type { Template } from '../../../shared/features/templates.ts';
import { api } from '../../app/api.ts';
import { onClosing } from '../../app/closing.ts';
import { flushViewState } from '../../app/view-state.ts';
import { useAttempt } from '../settings/use-attempt.ts';
import { checkValues, contentOf, FIELD_ORDER, freshValues, valuesOf } from './form-values.ts';
import type { TemplateValues } from './form-values.ts';
import { keepUnsavedDraft, readUnsavedDraft } from './unsaved-draft.ts';

/** What the form shows: a stored template or a new one, and what has been typed since. */
export interface Editing {
  /** Changes with every other thing shown, so that the form starts anew. */
  readonly key: string;
  readonly template: Template | null;
  readonly initial: TemplateValues;
  readonly values: TemplateValues;
  /** The last content that had no fault; undefined until there was one. */
  readonly preview: TemplateContent | undefined;
}

let opened = 0;

function editingOf(template: Template | null, stored: TemplateValues, typed = stored): Editing {
  opened += 1;
  return {
    key: `${template?.id ?? 'new'}-${opened}`,
    template,
    initial: stored,
    values: typed,
    preview: contentOf(typed) ?? contentOf(stored),
  };
}

const openedOf = (template: Template): Editing =>
  editingOf(template, valuesOf(template.name, template.content));

const isDirty = (editing: Editing | null): boolean =>
  editing !== null && JSON.stringify(editing.values) !== JSON.stringify(editing.initial);

interface Start {
  readonly editing: Editing | null;
  /** It was typed and not saved when the program closed. */
  readonly restored: boolean;
}

/** What waits from the last time, else the first template. */
function startOf(templates: readonly Template[], office: Office): Start {
  const draft = readUnsavedDraft();
  const known = templates.find(({ id }) => id === draft?.id) ?? null;
  if (draft !== undefined && (draft.id === null || known !== null)) {
    const stored = known === null ? freshValues(office) : valuesOf(known.name, known.content);
    return { editing: editingOf(known, stored, draft.values), restored: true };
  }
  const [first] = templates;
  return { editing: first === undefined ? null : openedOf(first), restored: false };
}

/** The form's state: which template, what was typed, saving, and the question before leaving unsaved. */
export function useTemplateEditing(templates: readonly Template[], office: Office) {
  const [form] = Form.useForm<TemplateValues>();
  const [start] = useState(() => startOf(templates, office));
  const [editing, setEditing] = useState(start.editing);
  const [restored, setRestored] = useState(start.restored);
  /** What the person wanted to do when unsaved changes stood in the way. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const attempt = useAttempt();
  const dirty = isDirty(editing);
  const current = useRef(editing);
  useEffect(() => {
    current.current = editing;
  }, [editing]);
  useEffect(() => keepUnsavedDraft(null), []);

  const put = (next: Editing): void => {
    // A form keeps its values when another is drawn in its place, so they are set.
    form.setFieldsValue(next.values);
    setEditing(next);
    setRestored(false);
  };
  const open = (template: Template): void => put(openedOf(template));

  useEffect(
    () =>
      onClosing(async () => {
        const { current: shown } = current;
        if (shown === null || !isDirty(shown)) return;
        keepUnsavedDraft({ id: shown.template?.id ?? null, values: shown.values });
        await flushViewState();
      }),
    [],
  );

  /** Stores what is typed; undefined when it was refused and the person has been told. */
  const save = async (): Promise<Template | undefined> => {
    const { current: shown } = current;
    if (shown === null) return undefined;
    const checked = checkValues(shown.values);
    form.setFields(FIELD_ORDER.map((name) => ({ name, errors: [] })));
    if (!checked.ok) {
      const wrong = FIELD_ORDER.filter((name) => checked.faults[name] !== undefined);
      form.setFields(wrong.map((name) => ({ name, errors: [checked.faults[name] ?? ''] })));
      if (wrong[0] !== undefined) focusField(wrong[0]);
      return undefined;
    }
    let stored: Template | undefined;
    await attempt(async () => {
      const { template } = shown;
      stored = await api.templates.save({
        ...(template === null ? {} : { id: template.id, rowVersion: template.rowVersion }),
        name: checked.name,
        content: checked.content,
      });
      return `已保存模板“${stored.name}”。`;
    }, form);
    if (stored !== undefined) {
      const saved = stored;
      const values = valuesOf(saved.name, saved.content);
      // The same form goes on, so that the caret stays where it was.
      form.setFieldsValue(values);
      setEditing((now) =>
        now === null ? null : { ...now, template: saved, initial: values, values, preview: saved.content },
      );
      setRestored(false);
    }
    return stored;
  };

  const blocker = useBlocker({
    shouldBlockFn: () => isDirty(current.current),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const leave = waiting ?? (blocker.status === 'blocked' ? blocker.proceed : null);
  const stay = (): void => {
    setWaiting(null);
    if (blocker.status === 'blocked') blocker.reset();
  };

  return {
    form,
    editing,
    dirty,
    restored,
    open,
    save,
    /** Starts a new template from these values. */
    startNew: (values: TemplateValues) => put(editingOf(null, values)),
    change: (values: TemplateValues) =>
      setEditing((shown) =>
        shown === null ? null : { ...shown, values, preview: contentOf(values) ?? shown.preview },
      ),
    /** Runs `next` at once, or after the person has decided about unsaved changes. */
    guarded: (next: () => void) => {
      if (isDirty(current.current)) setWaiting(() => next);
      else next();
    },
    /** Set while the person is asked about unsaved changes. */
    question:
      leave === null
        ? null
        : {
            stay,
            discard: () => {
              setEditing((shown) => (shown === null ? null : { ...shown, values: shown.initial }));
              // The blocker asks again unless the ref already knows that nothing is unsaved.
              const { current: shown } = current;
              if (shown !== null) current.current = { ...shown, values: shown.initial };
              form.resetFields();
              setWaiting(null);
              leave();
            },
            save: async () => {
              if ((await save()) === undefined) {
                stay();
                return;
              }
              current.current = null;
              setWaiting(null);
              leave();
            },
          },
  };
}

/** Parts of the page that the fields of the form are seen in. */
const PLACE_OF: Readonly<Record<string, string>> = {
  issuers: 'issuers',
  markNames: 'issuerMark',
  markSuffix: 'issuerMark',
  charHeight: 'issuerMark',
  charWidth: 'issuerMark',
  color: 'issuerMark',
  issuerCode: 'documentNumber',
  addressees: 'addressees',
  copyTo: 'copyTo',
  printingOffice: 'printingOffice',
};

/** Model path of what the field with this element id sets; empty for those that are seen nowhere. */
export const placeOf = (elementId: string): string => PLACE_OF[elementId.replace('template_', '')] ?? '';

/** Puts the caret into the field a place on the page comes from. */
export function focusPlace(path: string): void {
  const place = path.split('.')[0] ?? '';
  focusField(Object.keys(PLACE_OF).find((field) => PLACE_OF[field] === place) ?? 'name');
}

/** Puts the caret into a field of the form. */
export function focusField(name: string): void {
  const element = document.querySelector<HTMLElement>(`#template_${name}`);
  const input = element?.matches('input, textarea') === true ? element : element?.querySelector('input');
  (input ?? element)?.focus();
}
