import { api } from './api.ts';

/** Writes a failure of the page into the log of the main process; answers the number to quote. */
export async function reportProblem(error: unknown): Promise<string> {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  try {
    const { ref } = await api.system.reportProblem({
      message: message.slice(0, 2000),
      ...(stack === undefined ? {} : { stack: stack.slice(0, 8000) }),
    });
    return ref;
  } catch {
    return '';
  }
}

/** Reports what no component caught. */
export function reportUncaught(): void {
  window.addEventListener('error', (event) => void reportProblem(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => void reportProblem(event.reason));
}
