import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFontSet } from '../../electron/docgen/fonts/font-set.ts';
import { FONT_ROLES } from '../../electron/docgen/fonts/font-roles.ts';
import { openFont } from '../../electron/docgen/fonts/open-font.ts';
import { readFaceNames } from '../../electron/docgen/fonts/sfnt-names.ts';
import { fromFolders, installedFaces } from '../../electron/docgen/fonts/system-fonts.ts';
import { fontReportSchema } from '../../shared/features/system.ts';
import { BUNDLED_FONTS, bundledFonts } from './fonts-for-tests.ts';
import { copyFontAs } from './rename-font.ts';

const fonts = bundledFonts();

describe('the bundled font set', () => {
  it('serves every role with the stand-in meant for it', () => {
    const families = FONT_ROLES.map((role) => fonts.info(fonts.faceFor(role, '公')).postscriptName);
    expect(families).toEqual([
      'NotoSerifSC-Regular',
      'NotoSerifSC-Bold',
      'NotoSansSC-Medium',
      'LXGWWenKai-Regular',
      'NotoSerifSC-Regular',
    ]);
  });

  it('tells the person that these are stand-ins', () => {
    const reports = fonts.reports();
    expect(reports.map(({ roleName }) => roleName)).toEqual(['仿宋', '小标宋', '黑体', '楷体', '宋体']);
    for (const { role, ...report } of reports) {
      expect(FONT_ROLES).toContain(role);
      expect(fontReportSchema.parse(report)).toEqual(report);
      expect(report).toMatchObject({ source: 'bundled', standIn: true });
    }
    expect(reports[3]?.family).toBe('LXGW WenKai');
  });

  it('keeps the role with the face, though two roles share a file', () => {
    const body = fonts.faceFor('fangsong', '公');
    const song = fonts.faceFor('song', '公');
    expect(body).not.toBe(song);
    expect(fonts.info(body).role).toBe('fangsong');
    expect(fonts.info(song).role).toBe('song');
    expect(fonts.font(body)).toBe(fonts.font(song));
  });

  it.each(FONT_ROLES)('has the names’ characters in role %s', (role) => {
    for (const char of '喆堃翀镕玥頔燊〇★〔〕㎡×℃') {
      const face = fonts.faceFor(role, char);
      expect(fonts.glyph(face, char).real, char).toBe(true);
    }
  });

  it('finds a rare character (CJK extension B) in another face of the chain', () => {
    const face = fonts.faceFor('fangsong', '𠮷');
    expect(fonts.glyph(face, '𠮷').real).toBe(true);
    expect(fonts.info(face)).toMatchObject({ role: 'fangsong', standIn: true, family: 'LXGW WenKai' });
  });

  it.each(FONT_ROLES)('takes quotes, dots and dashes from a Chinese face in role %s (K-77)', (role) => {
    for (const char of '“”‘’…—·') {
      expect(fonts.advance(fonts.faceFor(role, char), char), char).toBeGreaterThan(0.85);
    }
  });

  it('measures: hanzi one em wide with ink inside, digits by their own width', () => {
    const face = fonts.faceFor('fangsong', '国');
    expect(fonts.advance(face, '国')).toBe(1);
    const ink = fonts.inkBox(face, '国');
    expect(ink.left).toBeGreaterThan(0);
    expect(ink.right).toBeLessThan(1);
    expect(ink.top).toBeGreaterThan(0.7);
    expect(ink.bottom).toBeLessThan(0);
    expect(fonts.advance(face, '1')).toBeCloseTo(0.471, 3);
    expect(fonts.advance(face, 'M')).toBeGreaterThan(fonts.advance(face, 'i'));
    expect(fonts.inkBox(face, ' ')).toEqual({ left: 0, right: 0, top: 0, bottom: 0 });
  });

  it('is opened once for the same options', () => {
    expect(bundledFonts()).toBe(fonts);
  });
});

describe('a font file', () => {
  // pdf.js carries a font with short offsets.
  const liberation = createRequire(import.meta.url).resolve(
    'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
  );
  it.each([
    [join(BUNDLED_FONTS, 'LXGWWenKai-Regular.ttf'), '公文台Éñ½①'],
    [join(BUNDLED_FONTS, 'NotoSerifSC-Regular.ttf'), '公文台Éñ½①'],
    [liberation, 'ABgÉñ½'],
  ])('gives the outlines that fontkit reads from the whole of %s', (path, text) => {
    const lazy = openFont(path, 0, '');
    const whole = create(readFileSync(path));
    if ('fonts' in whole) throw new Error('not a plain font');
    for (const char of text) {
      const codePoint = char.codePointAt(0) ?? 0;
      const [ours, theirs] = [lazy, whole].map((font) => font.glyphForCodePoint(codePoint));
      expect(ours?.path.toSVG(), char).toBe(theirs?.path.toSVG());
      expect(ours?.path.commands.length, char).toBeGreaterThan(4);
      expect(ours?.cbox, char).toEqual(theirs?.cbox);
    }
  });
});

describe('fonts of the computer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwentai-fonts-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => vi.unstubAllEnvs());
  beforeAll(() => {
    copyFileSync(join(BUNDLED_FONTS, 'LXGWWenKai-Regular.ttf'), join(folder, 'simkai.ttf'));
    copyFileSync(join(BUNDLED_FONTS, 'NotoSansSC-Medium.ttf'), join(folder, 'arial.ttf'));
    writeFileSync(join(folder, 'simfang.ttf'), 'not a font at all');
    writeFileSync(join(folder, 'simsun.ttc'), Buffer.from('ttcf\0\u0001\0\0\0\0\0\u0009', 'latin1'));
  });

  it('believes the name in the file, not the name of the file, and skips broken files', () => {
    const faces = fromFolders([folder, join(folder, 'missing')]);
    expect(faces.map(({ postscriptName }) => postscriptName)).toEqual(['LXGWWenKai-Regular']);
    expect(faces[0]?.families).toContain('LXGW WenKai');
  });

  it('looks into both font folders of Windows, also the one of the person', () => {
    const local = join(folder, 'local');
    const own = join(local, 'Microsoft', 'Windows', 'Fonts');
    mkdirSync(own, { recursive: true });
    copyFontAs(join(BUNDLED_FONTS, 'NotoSansSC-Medium.ttf'), join(own, 'FZXBSJW.TTF'), '方正小标宋简体');
    mkdirSync(join(folder, 'Fonts'));
    copyFontAs(
      join(BUNDLED_FONTS, 'NotoSansSC-Medium.ttf'),
      join(folder, 'Fonts', 'simfang.ttf'),
      'FangSong',
    );
    vi.stubEnv('WINDIR', folder);
    vi.stubEnv('LOCALAPPDATA', local);
    const families = installedFaces('win32').map((face) => face.families);
    expect(families.map(([first]) => first)).toEqual(['FangSong', '方正小标宋简体']);
  });

  // fontconfig is what Linux has; elsewhere its list is never asked.
  it.runIf(process.platform === 'linux')('takes a real 仿宋 that fontconfig lists, and says so', () => {
    const listed = join(folder, 'fontconfig');
    mkdirSync(listed);
    copyFontAs(join(BUNDLED_FONTS, 'NotoSansSC-Medium.ttf'), join(listed, 'any-name.ttf'), 'FangSong');
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<fontconfig><dir>${listed}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
    );
    vi.stubEnv('FONTCONFIG_FILE', join(folder, 'fonts.conf'));
    const system = openFontSet({ mode: 'system', bundledFolder: join(BUNDLED_FONTS, '.') });
    expect(system.reports().map(({ family, source, standIn }) => [family, source, standIn])).toEqual([
      ['FangSong', 'system', false],
      ['Noto Serif SC', 'bundled', true],
      ['Noto Sans SC', 'bundled', true],
      ['LXGW WenKai', 'bundled', true],
      ['Noto Serif SC', 'bundled', true],
    ]);
    const face = system.faceFor('fangsong', '公');
    expect(system.info(face)).toMatchObject({ family: 'FangSong', standIn: false });
    expect(system.glyph(face, '公').real).toBe(true);
    expect(system.info(system.faceFor('fangsong', '𠮷'))).toMatchObject({ family: 'LXGW WenKai' });
    // The renamed font still has the PostScript name of the bundled one.
    expect(system.font(face)).not.toBe(system.font(system.faceFor('hei', '公')));
  });

  it('puts a file the person chose before all others and does not call it a stand-in', () => {
    const chosen = join(BUNDLED_FONTS, 'LXGWWenKai-Regular.ttf');
    const own = openFontSet({ mode: 'bundled', bundledFolder: BUNDLED_FONTS, chosen: { fangsong: chosen } });
    expect(own.info(own.faceFor('fangsong', '公'))).toMatchObject({ family: 'LXGW WenKai', standIn: false });
    expect(own.reports()[0]).toMatchObject({ source: 'system', standIn: false });
    expect(own.reports()[1]).toMatchObject({ source: 'bundled', standIn: true });
  });

  it('passes over a font whose file is damaged behind its names', () => {
    const damaged = join(folder, 'damaged.ttf');
    const font = readFileSync(join(BUNDLED_FONTS, 'NotoSansSC-Medium.ttf'));
    writeFileSync(damaged, font.subarray(0, 10_000));
    const own = openFontSet({ mode: 'bundled', bundledFolder: BUNDLED_FONTS, chosen: { kai: damaged } });
    expect(readFaceNames(damaged)).toHaveLength(1);
    expect(own.reports()[3]).toMatchObject({ family: 'LXGW WenKai', standIn: true });
    expect(own.info(own.faceFor('kai', '公')).family).toBe('LXGW WenKai');
  });

  it('still serves every role in system mode, whatever is installed', () => {
    const system = openFontSet({ mode: 'system', bundledFolder: BUNDLED_FONTS, chosen: {} });
    for (const role of FONT_ROLES) {
      expect(system.glyph(system.faceFor(role, '公'), '公').real).toBe(true);
    }
    expect(system.reports()).toHaveLength(5);
  });

  it('says what to do when there is no font at all', () => {
    expect(() => openFontSet({ mode: 'bundled', bundledFolder: folder })).toThrow(
      '没有找到可以用作仿宋的字体',
    );
  });

  it('reads the Chinese and English names of a file', () => {
    const [face] = readFaceNames(join(BUNDLED_FONTS, 'LXGWWenKai-Regular.ttf'));
    expect(face?.families).toEqual(expect.arrayContaining(['LXGW WenKai']));
    expect(face?.index).toBe(0);
  });
});
