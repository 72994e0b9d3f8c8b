import { Suspense, lazy } from 'react';
import { RouterProvider } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { AppearanceProvider } from './AppearanceProvider.tsx';
import { messageOf } from './api.ts';
import { systemStatus } from './system-status.ts';
import { router } from './router.ts';

const FirstRunScreen = lazy(async () => ({
  default: (await import('../features/first-run/FirstRunScreen.tsx')).FirstRunScreen,
}));
const FailureScreen = lazy(async () => ({
  default: (await import('../features/first-run/FailureScreen.tsx')).FailureScreen,
}));

/** Which of its three faces the program shows: first run, failure, or work. */
function Phase() {
  const status = useQuery(systemStatus());
  if (status.data === undefined) {
    return status.error === null ? null : (
      <main className="gwt-notice" role="alert">
        <h1>程序没有启动成功</h1>
        <p>{messageOf(status.error)}</p>
      </main>
    );
  }
  switch (status.data.phase) {
    case 'first-run':
      return <FirstRunScreen />;
    case 'failed':
      return <FailureScreen status={status.data} />;
    case 'ready':
      return <RouterProvider router={router} />;
    default:
      return status.data.phase satisfies never;
  }
}

export function App() {
  return (
    <AppearanceProvider>
      <Suspense fallback={null}>
        <Phase />
      </Suspense>
    </AppearanceProvider>
  );
}
