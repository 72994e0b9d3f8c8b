import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What a page may load; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  // Tables, fonts and colour profile of pdf.js.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

const NONCE_PLACE = '__CSP_NONCE__';

/**
 * The file a URL stands for, or undefined when it lies outside the folder or is of no served type.
 * A path without an extension is a place inside the page: the page itself.
 */
export function servedFile(url: string, folder: string): string | undefined {
  let wanted: string;
  try {
    wanted = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  if (wanted.includes('\0') || wanted.includes('\\')) return undefined;
  const file = path.resolve(folder, `.${path.extname(wanted) === '' ? '/index.html' : wanted}`);
  const relative = path.relative(folder, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
  return TYPES[path.extname(file).toLowerCase()] === undefined ? undefined : file;
}

/**
 * The policy of a page (https://www.w3.org/TR/CSP3/). Styles need a nonce because antd and the editor write
 * style elements while the page runs.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

/** Answers a request for a file of the folder; the nonce of this answer goes into the page's meta element. */
export async function serveFile(url: string, folder: string, nonce: string): Promise<Response> {
  const file = servedFile(url, folder);
  if (file === undefined) return new Response('not found', { status: 404, headers: securityHeaders(nonce) });
  const extension = path.extname(file).toLowerCase();
  const headers = { ...securityHeaders(nonce), 'Content-Type': TYPES[extension] ?? '' };
  try {
    const bytes = await readFile(file);
    if (extension !== '.html') return new Response(bytes, { headers });
    const html = bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce);
    return new Response(html, { headers: { ...headers, 'Cache-Control': 'no-store' } });
  } catch {
    return new Response('not found', { status: 404, headers: securityHeaders(nonce) });
  }
}
