import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/ipc/errors.ts';
import { LATEST_MS, PAUSE_MS, createAutosave } from '../../renderer/features/outgoing/editor/autosave.ts';
import type { AutosaveStatus } from '../../renderer/features/outgoing/editor/autosave.ts';

interface Save {
  readonly rowVersion: number;
  readonly at: number;
  readonly finish: () => void;
  readonly fail: (error: unknown) => void;
}

/** An autosave over a store that answers only when told to. */
function setUp(answer: 'at once' | 'when told' = 'at once') {
  const saves: Save[] = [];
  const shown: AutosaveStatus['kind'][] = [];
  const autosave = createAutosave({
    rowVersion: 1,
    isConflict: (error) => error instanceof AppError && error.code === 'CONFLICT',
    onStatus: (status) => shown.push(status.kind),
    save: (rowVersion) =>
      new Promise((resolve, reject) => {
        const finish = (): void => resolve({ rowVersion: rowVersion + 1, savedAt: Date.now() });
        saves.push({ rowVersion, at: Date.now(), finish, fail: reject });
        if (answer === 'at once') finish();
      }),
  });
  return { autosave, saves, shown };
}

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

describe('autosave', () => {
  it('saves once, a pause after the last change', async () => {
    const { autosave, saves } = setUp();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves.map((save) => save.at)).toEqual([1000 + PAUSE_MS]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
    expect(autosave.isDirty()).toBe(false);
  });

  it('never leaves more than five seconds of typing unsaved', async () => {
    const { autosave, saves } = setUp();
    for (let typed = 0; typed < 120; typed += 1) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(200);
    }
    const times = saves.map((save) => save.at);
    expect(times.length).toBeGreaterThanOrEqual(4);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(LATEST_MS + 200);
  });

  it('runs one save at a time and saves afterwards what changed meanwhile, over the new version', async () => {
    const { autosave, saves } = setUp('when told');
    autosave.touch();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(LATEST_MS * 2);
    expect(saves).toHaveLength(1);
    saves[0]?.finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.isDirty()).toBe(true);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(saves.map((save) => save.rowVersion)).toEqual([1, 2]);
  });

  it('saves at once when asked to, and says whether everything is saved', async () => {
    const { autosave, saves } = setUp();
    expect(await autosave.flush()).toBe(true);
    expect(saves).toHaveLength(0);
    autosave.touch();
    expect(await autosave.flush()).toBe(true);
    expect(saves).toHaveLength(1);
  });

  it('when asked during a save, waits for it and saves the rest', async () => {
    const { autosave, saves } = setUp('when told');
    autosave.touch();
    const first = autosave.flush();
    autosave.touch();
    const second = autosave.flush();
    saves[0]?.finish();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(saves.map((save) => save.rowVersion)).toEqual([1, 2]);
    saves[1]?.finish();
    expect(await second).toBe(true);
  });

  it('keeps the text after a failure and tries again', async () => {
    const { autosave, saves, shown } = setUp('when told');
    autosave.touch();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saves[0]?.fail(new AppError('DISK_FULL', '磁盘已满'));
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toBe('failed');
    expect(autosave.isDirty()).toBe(true);
    await vi.advanceTimersByTimeAsync(LATEST_MS);
    expect(saves.map((save) => save.rowVersion)).toEqual([1, 1]);
    saves[1]?.finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown.at(-1)).toBe('saved');
  });

  it('stops at a conflict: nothing is overwritten until the person has decided', async () => {
    const { autosave, saves, shown } = setUp('when told');
    autosave.touch();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    saves[0]?.fail(new AppError('CONFLICT', '已在别处修改'));
    await vi.advanceTimersByTimeAsync(0);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await autosave.flush()).toBe(false);
    expect(saves).toHaveLength(1);
    expect(shown.at(-1)).toBe('conflict');
    autosave.adopt(9);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(saves.map((save) => save.rowVersion)).toEqual([1, 9]);
  });
});
