const told = new Set<string>();

/** Marks the moment something was first on screen, once a start, for `npm run bench -- start`. */
export function markPainted(name: string): void {
  if (told.has(name)) return;
  told.add(name);
  // The second frame begins when the first one with the new content has been handed to the screen.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)));
}
