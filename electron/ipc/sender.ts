/** What is looked at in a `WebFrameMain`; null after a navigation or when the frame is gone. */
export interface SenderFrame {
  readonly parent: unknown;
  readonly origin: string;
}

export const APP_ORIGIN = 'app://main';

/** True for the main frame of our own page and nothing else (electron docs/tutorial/security.md, 17). */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === APP_ORIGIN;
}
