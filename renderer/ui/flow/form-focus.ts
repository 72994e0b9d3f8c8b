/** Where the keyboard goes in a step's form. */

const CONTROLS = 'input:not([disabled]), textarea:not([disabled])';

function controlsOf(form: HTMLElement): HTMLElement[] {
  const found = [...form.querySelectorAll<HTMLElement>(`[data-field] :is(${CONTROLS}), [data-submit]`)];
  // Of a group of choices only the chosen one is a stop; of one without a choice, the first.
  return found.filter((control) => {
    if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true;
    const group = [...form.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${control.name}"]`)];
    return control === (group.find(({ checked }) => checked) ?? group[0]);
  });
}

function isEmpty(control: HTMLElement): boolean {
  if (control instanceof HTMLInputElement && control.type === 'radio') return !control.checked;
  return (
    (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) && control.value === ''
  );
}

/** The first control of a field, or of the form: the first empty one that is needed, else the first, else the button. */
export function firstControl(form: HTMLElement | null, field?: string): HTMLElement | undefined {
  if (form === null) return undefined;
  const controls = controlsOf(form);
  if (field !== undefined) {
    return controls.find((control) => control.closest('[data-field]')?.getAttribute('data-field') === field);
  }
  return (
    controls.find((control) => isEmpty(control) && control.closest('[data-required]') !== null) ?? controls[0]
  );
}

/** Beside a deadline given by its date the count of workdays says nothing new: the keyboard passes it by. */
function isSpare(control: HTMLElement): boolean {
  const first = control.closest('[data-either]')?.querySelector<HTMLElement>(CONTROLS);
  return first !== null && first !== undefined && first !== control && !isEmpty(first);
}

/** Goes to the next (1) or last (-1) control; false where Enter means something else (several lines, a button). */
export function moveOn(form: HTMLElement | null, from: EventTarget | null, by: 1 | -1): boolean {
  if (form === null || !(from instanceof HTMLInputElement)) return false;
  const controls = controlsOf(form).filter((control) => control === from || !isSpare(control));
  const at = controls.findIndex((control) => control === from || isSameGroup(control, from));
  const next = controls[at + by];
  if (at === -1 || next === undefined) return false;
  next.focus();
  return true;
}

function isSameGroup(control: HTMLElement, from: HTMLInputElement): boolean {
  return (
    control instanceof HTMLInputElement &&
    control.type === 'radio' &&
    from.type === 'radio' &&
    control.name === from.name
  );
}
