import { createContext, useContext } from 'react';
import { DEFAULT_APPEARANCE } from './theme.ts';
import type { Appearance } from './theme.ts';

export interface AppearanceControl {
  readonly appearance: Appearance;
  readonly change: (next: Appearance) => void;
}

export const AppearanceContext = createContext<AppearanceControl>({
  appearance: DEFAULT_APPEARANCE,
  change: () => undefined,
});

export function useAppearance(): AppearanceControl {
  return useContext(AppearanceContext);
}

/** Nonce of this page's style policy; empty while no protocol handler filled it in. */
export function cspNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}
