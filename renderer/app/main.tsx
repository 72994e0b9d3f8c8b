import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import { z } from 'zod';
import { QueryClientProvider } from '@tanstack/react-query';
import { App } from './App.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { reportUncaught } from './problems.ts';
import { systemStatus } from './system-status.ts';
import { createQueryClient, invalidateOnChange } from './query.ts';
import { flushViewState, loadViewState } from './view-state.ts';
import { flushWhenLeaving, onClosing } from './closing.ts';
import './styles.css';

z.config(z.locales.zhCN());

async function start(root: HTMLElement): Promise<void> {
  reportUncaught();
  const client = createQueryClient();
  invalidateOnChange(window.app, client);
  flushWhenLeaving(window.app);
  onClosing(flushViewState);
  // The list is what most starts show: its code comes while the first answers are awaited.
  void import('../features/outgoing/OutgoingScreen.tsx');
  // Without the stored state the program starts at its defaults; that is no reason not to start.
  await Promise.allSettled([loadViewState(), client.prefetchQuery(systemStatus())]);
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <App />
        </QueryClientProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) void start(root);
