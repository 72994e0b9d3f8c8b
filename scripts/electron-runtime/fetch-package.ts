import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from '../lib/run-command.ts';

export interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the tarball, as package-lock.json writes it. */
  readonly integrity: string;
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Fetches a package with npm (so with the registry, proxy and certificates npm is set up for), checks its
 * integrity and unpacks it. Answers the unpacked folder. Linux and macOS only (uses the system's tar).
 */
export async function fetchPackage(
  { name, version, integrity }: PinnedPackage,
  into: string,
): Promise<string> {
  mkdirSync(into, { recursive: true });
  const npm = process.env['npm_execpath'];
  const args = ['pack', `${name}@${version}`, '--pack-destination', into, '--loglevel=error'];
  await (npm?.endsWith('.js') ? run(process.execPath, [npm, ...args]) : run('npm', args));
  const tarball = readdirSync(into).find((file) => file.endsWith('.tgz'));
  if (!tarball) throw new Error(`npm pack left no tarball of ${name}`);
  const found = await sha512(join(into, tarball));
  if (found !== integrity) throw new Error(`${name}@${version} is not the pinned package: ${found}`);
  await run('tar', ['-xzf', join(into, tarball), '-C', into]);
  return join(into, 'package');
}
