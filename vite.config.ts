import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
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
  /** First line of the file. */
  readonly banner?: string;
}

/**
 * One self-contained file for a Node host (main process, worker thread or sandboxed preload).
 * The target is Node 20: the product runs on Electron 45, and on 33 where only the registry is reached.
 */
function hostBundle({ input, folder, file, format, banner = '' }: HostBundle): EnvironmentOptions {
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
        output: { format, entryFileNames: file, codeSplitting: false, banner },
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

/** Files the reading process reads beside itself (electron/attach/package-file.ts). */
function attachData(): Plugin {
  return {
    name: 'gongwentai:attach-data',
    applyToEnvironment: (environment) => environment.name === 'attach',
    writeBundle() {
      const { resolve } = createRequire(import.meta.url);
      const files = [
        resolve('@resvg/resvg-wasm/index_bg.wasm'),
        resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
        resolve('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz'),
      ];
      mkdirSync(join(dist, 'main', 'data'), { recursive: true });
      for (const file of files) copyFileSync(file, join(dist, 'main', 'data', basename(file)));
    },
  };
}

/** Character maps, stand-in fonts and decoders of pdf.js, for the page and for the reading process. */
const PDFJS_FOLDERS = ['cmaps', 'standard_fonts', 'iccs'] as const;
/** The page may run no WebAssembly; the reading process may, and is several times faster with it. */
const PDFJS_DECODERS = [
  'jbig2.wasm',
  'jbig2_nowasm_fallback.js',
  'openjpeg.wasm',
  'openjpeg_nowasm_fallback.js',
  'qcms_bg.wasm',
  'LICENSE_JBIG2',
  'LICENSE_OPENJPEG',
  'LICENSE_QCMS',
];

/** The Liberation fonts are under the GPL; without them a PDF that embeds no font is shown in the system's. */
const isOurs = (file: string) => !/liberation/iu.test(basename(file));

function pdfjsData(): Plugin {
  return {
    name: 'gongwentai:pdfjs-data',
    applyToEnvironment: (environment) => environment.name === 'client',
    writeBundle() {
      const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      const to = join(dist, 'renderer', 'pdfjs');
      for (const folder of PDFJS_FOLDERS) {
        cpSync(join(from, folder), join(to, folder), { recursive: true, filter: isOurs });
      }
      copyFileSync(join(from, 'LICENSE'), join(to, 'LICENSE'));
      mkdirSync(join(to, 'wasm'), { recursive: true });
      for (const file of PDFJS_DECODERS) copyFileSync(join(from, 'wasm', file), join(to, 'wasm', file));
    },
  };
}

/** `vite build --app` builds everything the program runs: main, docgen worker, preload and the page. */
export default defineConfig({
  root: join(project, 'renderer'),
  base: './',
  plugins: [react(), docgenData(), attachData(), pdfjsData()],
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
    attach: hostBundle({
      input: 'electron/attach/worker.ts',
      folder: 'main',
      file: 'attach.js',
      format: 'es',
      // The recogniser's program was written for CommonJS.
      banner: 'const __dirname = import.meta.dirname, __filename = import.meta.filename;',
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
