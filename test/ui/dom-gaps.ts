/**
 * jsdom lays nothing out and so has no ResizeObserver; the component library only wants to be told when
 * a size changes, which here never happens.
 */
class SizeThatNeverChanges implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

if (!('ResizeObserver' in globalThis)) Object.assign(globalThis, { ResizeObserver: SizeThatNeverChanges });

/** Nothing is ever out of sight where nothing is laid out. */
if (!('scrollIntoView' in Element.prototype)) {
  Object.assign(Element.prototype, { scrollIntoView: () => undefined });
}
