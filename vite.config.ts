import { copyFileSync, mkdirSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { EnvironmentOptions, Plugin } from 'vite';

const project = dirname(fileURLToPath(import.meta.url));
const dist = join(project, 'dist');

/** Left out of every bundle: Electron is the host, better-sqlite3 is a native addon found through node_modules. */
const HOST_MODULES = ['electron', 'better-sqlite3'];
const NODE_MODULES = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

interface HostBundle {
  readonly input: string;
  readonly folder: string;
  readonly file: string;
  readonly format: 'es' | 'cjs';
}

/**
 * One self-contained file for a Node host (main process, worker thread or sandboxed preload).
 * The target is Node 20: the product runs on Electron 45, and on 33 where only the registry is reached.
 */
function hostBundle({ input, folder, file, format }: HostBundle): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: [...HOST_MODULES, ...NODE_MODULES], builtins: NODE_MODULES },
    build: {
      target: 'node20',
      ssr: true,
      outDir: join(dist, folder),
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: join(project, input),
        external: [...HOST_MODULES, ...NODE_MODULES],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/**
 * Files the worker's bundle reads beside itself: pdfkit's colour profile (PDF/A output intent) and the
 * WebAssembly modules that draw page images (electron/docgen/image/wasm-file.ts).
 */
function docgenData(): Plugin {
  return {
    name: 'gongwentai:docgen-data',
    applyToEnvironment: (environment) => environment.name === 'docgen',
    writeBundle() {
      const { resolve } = createRequire(import.meta.url);
      const files = [
        join(dirname(resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'),
        resolve('@resvg/resvg-wasm/index_bg.wasm'),
        resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'),
      ];
      mkdirSync(join(dist, 'main', 'data'), { recursive: true });
      for (const file of files) copyFileSync(file, join(dist, 'main', 'data', basename(file)));
    },
  };
}

/** `vite build --app` builds everything the program runs: main, docgen worker, preload and the page. */
export default defineConfig({
  root: join(project, 'renderer'),
  base: './',
  plugins: [react(), docgenData()],
  builder: {},
  environments: {
    client: {
      build: {
        target: 'chrome130',
        outDir: join(dist, 'renderer'),
        emptyOutDir: true,
        // The page's Content-Security-Policy allows no data: fonts and no inline scripts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4096,
      },
    },
    main: hostBundle({ input: 'electron/main.ts', folder: 'main', file: 'main.js', format: 'es' }),
    docgen: hostBundle({
      input: 'electron/docgen/worker.ts',
      folder: 'main',
      file: 'worker.js',
      format: 'es',
    }),
    integrity: hostBundle({
      input: 'electron/db/integrity-worker.ts',
      folder: 'main',
      file: 'integrity.js',
      format: 'es',
    }),
    exchange: hostBundle({
      input: 'electron/exchange/worker.ts',
      folder: 'main',
      file: 'exchange.js',
      format: 'es',
    }),
    preload: hostBundle({
      input: 'electron/preload.ts',
      folder: 'preload',
      file: 'preload.cjs',
      format: 'cjs',
    }),
  },
});
