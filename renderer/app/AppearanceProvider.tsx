import { useLayoutEffect } from 'react';
import type { ReactNode } from 'react';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { AppearanceContext, cspNonce } from './appearance.ts';
import { DEFAULT_APPEARANCE, appearanceSchema, applyPalette, themeFor } from './theme.ts';
import { useViewState } from './view-state.ts';

/** Theme, Chinese texts and messages of Ant Design for everything below. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, change] = useViewState('appearance', appearanceSchema, DEFAULT_APPEARANCE);
  useLayoutEffect(() => applyPalette(appearance, document.documentElement), [appearance]);
  return (
    <AppearanceContext value={{ appearance, change }}>
      <ConfigProvider
        locale={zhCN}
        theme={themeFor(appearance)}
        componentSize="small"
        csp={{ nonce: cspNonce() }}
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false}>{children}</AntdApp>
      </ConfigProvider>
    </AppearanceContext>
  );
}
