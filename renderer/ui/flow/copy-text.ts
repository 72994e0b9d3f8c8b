/**
 * Copies what stands in a text field. The page has no permission for the clipboard interface, and needs none: copying
 * what the person sees selected is always allowed. False when the system refused.
 */
export function copyField(field: HTMLTextAreaElement | null): boolean {
  if (field === null) return false;
  const before = document.activeElement;
  field.focus();
  field.select();
  // The replacement needs a permission that this program never gives.
  // oxlint-disable-next-line typescript/no-deprecated
  const copied = document.execCommand('copy');
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
