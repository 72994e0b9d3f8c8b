import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * @param {string} path of a package-lock.json or of npm's own record of what is installed
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/**
 * Whether node_modules holds what package-lock.json asks for. Platform packages of other systems are
 * optional and may be missing.
 * @param {string} project
 */
function isInstalled(project) {
  const record = join(project, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = lockedPackages(join(project, 'package-lock.json'));
  const installed = lockedPackages(record);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true || devOptional === true);
  });
}

/**
 * Installs the dependencies when they are missing or package-lock.json has changed. npm's output goes to
 * stderr, so that a command line tool's own output stays clean.
 * @param {string} project
 */
export function ensureDependencies(project) {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 20)
    throw new Error(
      `Node ${process.versions.node} is too old: install Node 20 or newer (请安装 Node 20 或更新版本).`,
    );
  if (isInstalled(project)) return;
  console.error('dependencies 安装依赖: npm ci (the first time takes a minute or two)');
  // On Windows a running node.exe of node_modules cannot be deleted, which `npm ci` would try.
  const renew = process.platform === 'win32' && existsSync(join(project, 'node_modules'));
  const args = [renew ? 'install' : 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: project, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: project, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    throw new Error(
      'npm ci failed (依赖安装失败). Check the network and the registry (npm config get registry), then run the command again.',
    );
  }
}

/**
 * The project's own Node 24, a devDependency: the tools and better-sqlite3 need it whatever the system's Node is.
 * @param {string} project
 * @returns {string} path of the binary
 */
export function ensureNode24(project) {
  const node = join(
    project,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const version = existsSync(node)
    ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim()
    : undefined;
  if (!version?.startsWith('v24.')) {
    throw new Error(
      [
        'The project’s Node 24 (devDependency "node") is missing: npm ran without install scripts.',
        '项目自带的 Node 24 没有装上（npm 没有运行安装脚本）。请运行：',
        '    npm ci --ignore-scripts=false',
      ].join('\n'),
    );
  }
  return node;
}
