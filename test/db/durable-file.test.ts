import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile, writeFileDurably } from '../../electron/db/durable-file.ts';
import { newPlace } from './support.ts';

it('writes a file whole, over an old one, without leftovers', async () => {
  const { folder } = newPlace();
  const file = path.join(folder, '通知.pdf');
  writeFileSync(file, '旧');
  await writeFileDurably(file, Buffer.from('新'));
  expect(readFileSync(file, 'utf8')).toBe('新');
  expect(readdirSync(folder)).toEqual(['通知.pdf']);
});

it('a target that cannot be replaced stays as it was, without leftovers', async () => {
  const { folder } = newPlace();
  const target = path.join(folder, '通知.pdf');
  mkdirSync(path.join(target, '里面'), { recursive: true });
  await expect(writeFileDurably(target, Buffer.from('新'))).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['通知.pdf']);
  expect(readdirSync(target)).toEqual(['里面']);
});

it('a folder that is not there makes nothing', async () => {
  const { folder } = newPlace();
  await expect(writeFileDurably(path.join(folder, '没有', 'a.pdf'), Buffer.from('x'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
  expect(readdirSync(folder)).toEqual([]);
});

it('on Windows other errors than a held file are told at once', async () => {
  const { folder } = newPlace();
  await expect(replaceFile(path.join(folder, '没有'), path.join(folder, 'b'), 'win32')).rejects.toMatchObject(
    { code: 'ENOENT' },
  );
});
