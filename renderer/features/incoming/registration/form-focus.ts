/** Where the keyboard goes in the registration form: from field to field, at last to the button that saves. */

const STEPS = '[data-step]:not([data-step-off])';

function stepsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(STEPS)];
}

function focusIn(step: HTMLElement): void {
  const control =
    step.querySelector<HTMLElement>('input[type="radio"]:checked:not([disabled])') ??
    step.querySelector<HTMLElement>(
      'input:not([disabled]), textarea:not([disabled]), button:not([disabled])',
    );
  control?.focus();
  const isText =
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type === 'text');
  if (!isText) return;
  // What stands in a box is a default: typing replaces it. A number begun is gone on with.
  if (step.dataset['stepCaret'] === 'end')
    control.setSelectionRange(control.value.length, control.value.length);
  else control.select();
}

export function focusField(form: HTMLElement | null, field: string): void {
  const step = form?.querySelector<HTMLElement>(`[data-step="${field}"]`);
  if (step !== null && step !== undefined) focusIn(step);
}

/** One field on (1) or back (-1) from where the keyboard is; false at either end. */
export function moveStep(form: HTMLElement | null, from: EventTarget | null, by: 1 | -1): boolean {
  if (form === null || !(from instanceof Element)) return false;
  const steps = stepsOf(form).filter(
    (step) =>
      step.querySelector('input:not([disabled]), textarea:not([disabled]), button:not([disabled])') !== null,
  );
  const here = from.closest<HTMLElement>('[data-step]');
  const next = here === null ? undefined : steps[steps.indexOf(here) + by];
  if (next === undefined) return false;
  focusIn(next);
  return true;
}
