import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { AppearanceContext, cspNonce } from './appearance.ts';
import { DEFAULT_APPEARANCE, appearanceSchema, applyPalette, themeFor } from './theme.ts';
import { useViewState } from './view-state.ts';

/**
 * Popups and dialogs get a place of their own: in `body` the library would lock scrolling with a style
 * element that has no nonce, and the page's policy refuses it. Nothing here scrolls the body anyway.
 */
function layers(): HTMLElement {
  return document.getElementById('layers') ?? document.body;
}

/** Theme, Chinese texts and messages of Ant Design for everything below. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, change] = useViewState('appearance', appearanceSchema, DEFAULT_APPEARANCE);
  useLayoutEffect(() => applyPalette(appearance, document.documentElement), [appearance]);
  return (
    <AppearanceContext value={{ appearance, change }}>
      <ConfigProvider
        locale={zhCN}
        theme={themeFor(appearance)}
        csp={{ nonce: cspNonce() }}
        getPopupContainer={layers}
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false}>{children}</AntdApp>
      </ConfigProvider>
    </AppearanceContext>
  );
}
