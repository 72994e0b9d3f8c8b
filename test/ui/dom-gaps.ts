/**
 * jsdom lays nothing out and so has no ResizeObserver; the component library only wants to be told when
 * a size changes, which here never happens.
 */
class SizeThatNeverChanges implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= SizeThatNeverChanges;

/** Nothing is ever out of sight where nothing is laid out. */
// jsdom lacks the method that its types promise.
// oxlint-disable-next-line typescript/no-unnecessary-condition
Element.prototype.scrollIntoView ??= () => undefined;
