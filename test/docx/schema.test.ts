import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenXmlSdk, openXmlFaults } from './open-xml-sdk.ts';
import type { WordVersion } from './open-xml-sdk.ts';
import { MADE_UP } from './made-up-documents.ts';
import { documentOf, sampleDocument, SAMPLES, written } from './sample-documents.ts';

const WORDS = ['Office2010', 'Microsoft365'] as const;

let folder = '';

async function faultsOf(name: string, docx: Uint8Array, version: WordVersion): Promise<string[]> {
  const file = join(folder, `${name}.${version}.docx`);
  await writeFile(file, docx);
  return openXmlFaults(file, version);
}

describe.skipIf(!hasOpenXmlSdk)('by the Open XML SDK', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongwentai-schema-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([...SAMPLES, ...Object.keys(MADE_UP)])('%s opens without repair in Word', async (name) => {
    const made = MADE_UP[name];
    const { docx } = await written(made === undefined ? sampleDocument(name) : documentOf(made));
    const faults = WORDS.map((version) => faultsOf(name, docx, version));
    expect((await Promise.all(faults)).flat()).toEqual([]);
  });

  it('finds what is wrong', async () => {
    const parts = unzipSync((await written(sampleDocument(SAMPLES[0] ?? ''))).docx);
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    // 避头尾 where its own sequence does not have it
    const late = styles.replace('<w:kinsoku/>', '').replace('</w:pPr>', '<w:kinsoku/></w:pPr>');
    const wrong = zipSync({ ...parts, 'word/styles.xml': strToU8(late) });
    const faults = await faultsOf('wrong', wrong, 'Microsoft365');
    expect(faults.join('\n')).toContain('kinsoku');
  });
});
