import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Font } from 'fontkit';
import type {
  ImageItem,
  InkColor,
  LaidOutPage,
  PageItem,
  RuleItem,
  SealItem,
  TextItem,
} from '../../../shared/gongwen/pages.ts';
import { OFFICIAL_RED } from '../../../shared/gongwen/red.ts';
import { NO_GLYPH } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { glyphPath } from './glyph-paths.ts';

export interface SvgOptions {
  /** Goes before every id, so that several pages can stand in one HTML document; `p1-` … when absent. */
  readonly idPrefix?: string;
  /** For print: no paper colour and no rooms for seals, only what is printed. */
  readonly forPrint?: boolean;
  /** `#RRGGBB` of what is red (`redOf(laidOut)`); the official red when absent. */
  readonly redHex?: string;
}

const PT_TO_MM = 25.4 / 72;

type Colors = Readonly<Record<InkColor, string>>;

/**
 * One page as self-contained SVG: viewBox in mm, glyph outlines from the same fonts and at the same places
 * as in the PDF. Every item carries `data-element` and `data-path`; rooms for seals are dashed circles.
 */
export function writeSvgPage(page: LaidOutPage, fonts: FontSet, options: SvgOptions = {}): string {
  const glyphs = new GlyphStore(options.idPrefix ?? `p${page.index}-`);
  const items = options.forPrint === true ? page.items.filter(({ kind }) => kind !== 'seal') : page.items;
  const colors: Colors = { black: '#000', red: options.redHex ?? OFFICIAL_RED };
  const drawn = (some: readonly PageItem[]): string =>
    some.map((item) => drawItem(item, fonts, glyphs, colors)).join('');
  // 横排表格 are given on a paper lying on its side, turned counter-clockwise onto this one
  const lying = page.turned === true ? items.filter(({ element }) => element !== 'pageNumber') : [];
  const upright = page.turned === true ? items.filter(({ element }) => element === 'pageNumber') : items;
  const turned =
    lying.length === 0 ? '' : `<g transform="matrix(0 -1 1 0 0 ${page.height})">${drawn(lying)}</g>`;
  const body = turned + drawn(upright);
  const paper =
    options.forPrint === true ? '' : `<rect width="${page.width}" height="${page.height}" fill="#fff"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${page.width} ${page.height}" ` +
    `width="${page.width}mm" height="${page.height}mm">` +
    `<defs>${glyphs.definitions.join('')}</defs>` +
    `${paper}${body}</svg>`
  );
}

/** The glyphs used on a page, each defined once. */
class GlyphStore {
  readonly definitions: string[] = [];
  readonly #prefix: string;
  readonly #fonts = new Map<Font, { readonly number: number; readonly ids: Map<number, string> }>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Id of the outline, or '' for a blank glyph. */
  idOf(font: Font, glyph: number): string {
    let known = this.#fonts.get(font);
    if (!known) {
      known = { number: this.#fonts.size, ids: new Map() };
      this.#fonts.set(font, known);
    }
    let id = known.ids.get(glyph);
    if (id === undefined) {
      const path = glyphPath(font, glyph);
      id = path === '' ? '' : `${this.#prefix}${known.number}-${glyph}`;
      if (id !== '') this.definitions.push(`<path id="${id}" d="${path}"/>`);
      known.ids.set(glyph, id);
    }
    return id;
  }
}

function drawItem(item: PageItem, fonts: FontSet, glyphs: GlyphStore, colors: Colors): string {
  const data = `data-element="${item.element}" data-path="${escapeXml(item.path)}"`;
  switch (item.kind) {
    case 'text':
      return drawText(item, data, fonts, { glyphs, colors });
    case 'rule':
      return drawRule(item, data, colors);
    case 'image':
      return drawImage(item, data);
    case 'seal':
      return drawSeal(item, data);
    default:
      return item satisfies never;
  }
}

function drawText(
  item: TextItem,
  data: string,
  fonts: FontSet,
  { glyphs, colors }: { readonly glyphs: GlyphStore; readonly colors: Colors },
): string {
  const font = fonts.font(item.face);
  const unit = (item.sizePt * PT_TO_MM) / font.unitsPerEm;
  const origin = item.xs[0] ?? 0;
  const uses: string[] = [];
  for (const [index, char] of Array.from(item.text).entries()) {
    const { id } = fonts.glyph(item.face, char);
    const href = id === NO_GLYPH ? '' : glyphs.idOf(font, id);
    if (href === '') continue;
    const x = ((item.xs[index] ?? origin) - origin) / (unit * item.scaleX);
    uses.push(`<use href="#${href}" x="${Math.round(x * 10) / 10}"/>`);
  }
  const place = `translate(${short(origin)} ${short(item.baseline)})`;
  const scale = `scale(${unit * item.scaleX} ${-unit})`;
  return `<g ${data} fill="${colors[item.color]}" transform="${place}${scale}">${uses.join('')}</g>`;
}

function drawRule({ x1, y1, x2, y2, thickness, color }: RuleItem, data: string, colors: Colors): string {
  const ends = `x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"`;
  return `<line ${data} ${ends} stroke="${colors[color]}" stroke-width="${short(thickness)}"/>`;
}

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

function drawImage({ element, file, x, y, width, height }: ImageItem, data: string): string {
  const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  const source = dataUrl(file);
  // A drafter sees the room of a picture that cannot be read; the rules say what is wrong with it.
  if (source === undefined) {
    return `<rect ${data} ${box} fill="none" stroke="#999" stroke-width="0.2" stroke-dasharray="2 1"/>`;
  }
  // A seal is never distorted, whatever the shape of its picture; it stands in the middle of its room.
  const shape = element === 'seal' ? 'xMidYMid meet' : 'none';
  return `<image ${data} ${box} preserveAspectRatio="${shape}" href="${source}"/>`;
}

function dataUrl(file: string): string | undefined {
  const type = IMAGE_TYPES[extname(file).toLowerCase()];
  if (type === undefined) return undefined;
  try {
    return `data:${type};base64,${readFileSync(file).toString('base64')}`;
  } catch {
    return undefined;
  }
}

function drawSeal({ centerX, centerY, diameter }: SealItem, data: string): string {
  const circle = `cx="${short(centerX)}" cy="${short(centerY)}" r="${short(diameter / 2)}"`;
  return `<circle ${data} ${circle} fill="none" stroke="#f00" stroke-opacity="0.45" stroke-width="0.3" stroke-dasharray="2 1.2"/>`;
}

/** 0.0001 mm. */
function short(mm: number): number {
  return Math.round(mm * 10_000) / 10_000;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
