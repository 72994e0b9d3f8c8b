import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, servedFile, serveFile } from '../../electron/app/served-files.ts';

let root: string;
let folder: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gongwentai-served-'));
  folder = path.join(root, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(path.join(folder, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets', 'notes.txt'), 'not for a page');
  writeFileSync(path.join(root, 'outside.js'), 'secret');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('what a page may load', () => {
  it.each([
    ['app://main/', 'index.html'],
    ['app://main/index.html', 'index.html'],
    ['app://main/outgoing/42', 'index.html'],
    ['app://main/assets/index-1.js?v=1#x', 'assets/index-1.js'],
  ])('%s is %s', (url, file) => {
    expect(servedFile(url, folder)).toBe(path.join(folder, file));
  });

  it.each([
    'app://main/../outside.js',
    'app://main/..%2foutside.js',
    'app://main/%2e%2e/outside.js',
    'app://main/assets/..%2f..%2foutside.js',
    'app://main/..%5coutside.js',
    'app://main/%2foutside.js%00.js',
    'app://main/%ff.js',
    'app://main/assets/notes.txt',
    'not a url',
  ])('%s is nothing outside', (url) => {
    const file = servedFile(url, folder);
    if (file !== undefined) expect(path.relative(folder, file)).not.toMatch(/^\.\./u);
  });

  it.each(['app://main/..%2foutside.js', 'app://main/assets/notes.txt', 'app://main/missing.js'])(
    '%s answers 404 without content',
    async (url) => {
      const response = await serveFile(url, folder, 'abc');
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('not found');
      expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    },
  );

  it('the page carries the nonce of its policy', async () => {
    const response = await serveFile('app://main/', folder, 'bm9uY2U=');
    expect(await response.text()).toBe('<meta name="csp-nonce" content="bm9uY2U=">');
    expect(response.headers.get('Content-Security-Policy')).toContain("style-src 'self' 'nonce-bm9uY2U='");
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const script = await serveFile('app://main/assets/index-1.js', folder, 'x');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('the policy lets nothing in that is not ours', () => {
    const policy = contentSecurityPolicy('n');
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    for (const directive of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
      expect(policy).toContain(`${directive} 'none'`);
    }
  });
});
