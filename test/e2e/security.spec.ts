import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './launch.ts';

/** What a hostile page or document could try, tried in the real window (hardening A1–A10). */

test('the page has no Node, runs sandboxed and isolated, under its own scheme', async ({ launch }) => {
  const { app, page } = await launch();
  expect(page.url()).toMatch(/^app:\/\/main\//);
  expect(
    await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
    ]),
  ).toEqual(['undefined', 'undefined']);
  const exposed = await page.evaluate(() => Object.keys(Reflect.get(globalThis, 'app') as object).toSorted());
  expect(exposed).toContain('invoke');
  expect(exposed).not.toContain('ipcRenderer');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    // Electron does not declare this method, its own documentation of the security checklist names it.
    const contents = window?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(preferences['webviewTag'] ?? false).toBe(false);
  const unsandboxed = await app.evaluate(({ app: program }) => program.commandLine.hasSwitch('no-sandbox'));
  expect(unsandboxed).toBe((process.env['GONGWENTAI_E2E_SWITCHES'] ?? '').includes('--no-sandbox'));
  if (!unsandboxed) expect(preferences['sandbox']).toBe(true);
});

test('the policy comes as a header and forbids everything that is not ours', async ({ launch }) => {
  const { page } = await launch();
  const policy = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  // Through the page's own DOM: the debugger's evaluate is exempt from the policy.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.injected = true';
    document.body.append(script);
    return Reflect.get(globalThis, 'injected') === true;
  });
  expect(ran).toBe(false);
});

test('nothing reaches the network, not even this machine', async ({ launch }) => {
  let reached = 0;
  const server = createServer((_request, response) => {
    reached += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${address.port}/`;
  try {
    const { app, page } = await launch();
    const answer = await page.evaluate(
      (target) =>
        fetch(target, { mode: 'no-cors' }).then(
          () => 'reached',
          () => 'blocked',
        ),
      url,
    );
    expect(answer).toBe('blocked');
    // The session itself refuses too, where no page policy applies.
    const inMain = await app.evaluate(
      ({ session }, target) =>
        session.defaultSession.fetch(target).then(
          () => 'reached',
          () => 'blocked',
        ),
      url,
    );
    expect(inMain).toBe('blocked');
    expect(reached).toBe(0);
  } finally {
    server.close();
  }
});

test('no link, redirect, frame or new window leads away', async ({ launch }) => {
  const { app, page } = await launch();
  const before = page.url();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.textContent = 'away';
    document.body.append(link);
    link.click();
  });
  const opened = await page.evaluate(() => window.open('https://example.com/') === null);
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await page.waitForTimeout(500);
  expect(opened).toBe(true);
  expect(page.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('files outside the served folder cannot be asked for', async ({ launch }) => {
  const { page } = await launch();
  const texts = await page.evaluate(async () => {
    const tried = [
      'app://main/../package.json',
      'app://main/%2e%2e/package.json',
      'app://main/..%2fmain%2fmain.js',
      'app://main/..%5cmain%5cmain.js',
      'app://main//etc/passwd',
      'app://other/index.html',
    ];
    const found: string[] = [];
    for (const url of tried) {
      found.push(
        await fetch(url).then(
          (response) => (response.ok ? response.text() : ''),
          () => '',
        ),
      );
    }
    return found;
  });
  expect(texts).toHaveLength(6);
  for (const text of texts) expect(text).not.toMatch(/"productName"|requestSingleInstanceLock|root:/);
});

test('permissions are denied and the bridge answers only known, well-formed calls', async ({ launch }) => {
  const { page } = await launch();
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const answers = await page.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'app') as {
      invoke: (name: string, input: unknown) => Promise<unknown>;
    };
    return [
      await bridge.invoke('system.noSuchThing', undefined),
      await bridge.invoke('__proto__.toString', undefined),
      await bridge.invoke('outgoing.get', { id: 7, extra: true }),
    ];
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
});
