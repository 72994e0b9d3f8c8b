import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/**
 * What `electron FOLDER` starts in a stock distribution; the registry fallback lacks it. It takes the
 * folder's package.json for the program's name and version and imports its main module. An ES module, so
 * that Electron waits for the import before it becomes ready.
 */
const MAIN = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (!folder) {
  console.error('usage: electron FOLDER');
  process.exit(1);
}
const project = resolve(folder);
const { name, productName, version, main } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(project);
await import(pathToFileURL(join(project, main)).href);
`;

/** Writes `default_app.asar`, so that a distribution without it runs a project folder like any other. */
export async function writeDefaultApp(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongwentai-default-app-'));
  try {
    writeFileSync(
      join(folder, 'package.json'),
      '{ "name": "electron", "type": "module", "main": "main.js" }\n',
    );
    writeFileSync(join(folder, 'main.js'), MAIN);
    await createPackage(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
