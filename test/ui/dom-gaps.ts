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
