import { useState } from 'react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { AttachmentNotices } from '../features/attachment/AttachmentNotices.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { Navigation } from './Navigation.tsx';
import { PLACES, keyOfPlace } from './places.ts';
import { SearchBox } from './SearchBox.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useHotKeys } from './hot-keys.ts';
import { systemStatus } from './system-status.ts';
import { useNarrow } from './use-narrow.ts';
import { useViewState } from './view-state.ts';

/** The frame around every screen: navigation, search, person, status. */
export function Shell() {
  const [collapsed, setCollapsed] = useViewState('navigation.collapsed', z.boolean(), false);
  const narrow = useNarrow();
  const [help, setHelp] = useState<'help' | 'keys' | null>(null);
  const status = useQuery(systemStatus()).data;
  const navigate = useNavigate();
  const path = useLocation({ select: (location) => location.pathname });
  useHotKeys([
    { keys: 'F1', shown: 'F1', label: '本界面的帮助', whileTyping: true, run: () => setHelp('help') },
    { keys: '[Shift]+?', shown: '?', label: '快捷键列表', whileTyping: false, run: () => setHelp('keys') },
    ...PLACES.flatMap(({ label, to }, index) => {
      const key = keyOfPlace(index);
      if (to === undefined || key === undefined) return [];
      return [
        {
          keys: key,
          shown: key,
          label: `到${label}（左侧第 ${index + 1} 项）`,
          whileTyping: true,
          run: () => void navigate({ to }),
        },
      ];
    }),
  ]);
  return (
    <div className="gwt-shell">
      <header className="gwt-topbar">
        <strong className="gwt-brand">公文台</strong>
        <SearchBox />
        <span className="gwt-spring" />
        <span className="gwt-office">{status?.officeName}</span>
        <span className="gwt-person" title="当前使用人">
          {status?.actor?.name}
        </span>
      </header>
      <Navigation
        collapsed={collapsed || narrow}
        onToggle={narrow ? undefined : () => setCollapsed(!collapsed)}
      />
      <main className="gwt-work">
        <ErrorBoundary key={path}>
          <Outlet />
        </ErrorBoundary>
      </main>
      <StatusBar />
      <AttachmentNotices />
      {help === null ? null : <HelpDialog view={help} onClose={() => setHelp(null)} />}
    </div>
  );
}
