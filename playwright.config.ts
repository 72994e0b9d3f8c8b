import { defineConfig } from '@playwright/test';

/** End-to-end tests drive the real program in Electron; one at a time, so that no two share a display or a lock. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'out/e2e/results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  // A hanging program must not hold up the whole run.
  globalTimeout: 25 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/e2e/report.json' }]],
});
