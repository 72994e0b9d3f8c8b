import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Suites in the order `npm test` runs them; each is the folder of the same name under test/. */
const NODE_SUITES = ['unit', 'cli', 'layout', 'docgen', 'docx', 'db', 'ipc', 'architecture'];

export default defineConfig({
  test: {
    // Real PDFs, real LibreOffice and real SQLite: slow under load, so a generous bound against hanging.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      ...NODE_SUITES.map((name) => ({
        extends: true as const,
        test: {
          name,
          environment: 'node' as const,
          include: [`test/${name}/**/*.test.ts`],
        },
      })),
      {
        extends: true as const,
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'jsdom' as const,
          include: ['test/ui/**/*.test.ts', 'test/ui/**/*.test.tsx'],
        },
      },
    ],
  },
});
