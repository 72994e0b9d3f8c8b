import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations as `rule: selector`, so that a failure says what to mend. */
export async function axeViolations(app: ElectronApplication, page: Page): Promise<string[]> {
  // Through the main process: the page's own policy allows no foreign script.
  await app.evaluate(
    ({ BrowserWindow }, source) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source),
    AXE,
  );
  return page.evaluate(async () => {
    interface Found {
      readonly violations: readonly {
        id: string;
        impact: string;
        nodes: readonly { target: readonly string[] }[];
      }[];
    }
    const axe = Reflect.get(globalThis, 'axe') as {
      run: (context: Document, options: object) => Promise<Found>;
    };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id} (${violation.impact}): ${node.target.join(' ')}`),
    );
  });
}
