import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { securityHeaders, serveFile } from './served-files.ts';

/** Pages made by the program itself (print, notices), each under a host of its own: `app://HOST/`. */
const madePages = new Map<string, (nonce: string) => string>();

/** Before ready: `app://` is a proper origin, and V8 may keep compiled code of it. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Files of the office by their id; undefined for a URL of another kind. */
type StoredFiles = (
  request: Request,
  headers: Readonly<Record<string, string>>,
) => Promise<Response | undefined>;

/** After ready: `app://main/` is the renderer's folder; nothing outside of it can be asked for. */
export function servePages(rendererFolder: string, stored: StoredFiles): void {
  protocol.handle('app', async (request) => {
    const nonce = randomBytes(16).toString('base64');
    const { hostname } = new URL(request.url);
    if (hostname === 'main') {
      const file = await stored(request, securityHeaders(nonce));
      return file ?? serveFile(request.url, rendererFolder, nonce);
    }
    const html = madePages.get(hostname);
    const headers = { ...securityHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8' };
    if (html === undefined) return new Response('not found', { status: 404, headers });
    return new Response(html(nonce), { headers });
  });
}

/** Serves a made page until the returned function is called; answers its URL with it. */
export function serveMadePage(
  host: string,
  html: (nonce: string) => string,
): { url: string; release: () => void } {
  madePages.set(host, html);
  return { url: `app://${host}/`, release: () => madePages.delete(host) };
}
