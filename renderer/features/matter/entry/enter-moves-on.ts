import type { KeyboardEvent } from 'react';
import { isComposing } from '../../../app/hot-keys.ts';
import { firstControl } from '../../../ui/flow/form-focus.ts';

/** In a field of several lines where Enter goes on as in the others; Shift+Enter begins a new line. */
export function enterMovesOn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey) return;
  if (isComposing(event.nativeEvent)) return;
  const form = event.currentTarget.closest('form');
  const fields = [...(form?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const here = fields.findIndex((field) => field.contains(event.currentTarget));
  const next = fields[here + 1]?.getAttribute('data-field');
  if (here === -1 || next === null || next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  firstControl(form, next)?.focus();
}
