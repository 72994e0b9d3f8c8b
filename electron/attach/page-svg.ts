import { ImageKind, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { shrink, writePng } from './write-png.ts';
import type { Pixels } from './write-png.ts';

/**
 * A page without text as an SVG: its pictures and its filled outlines (some printers turn letters into outlines).
 * Enough for recognition, which asks for dark on light; clips, shades and transparency are left out. A canvas would
 * be a native package for each system.
 */

type Matrix = readonly [number, number, number, number, number, number];

/** Pictures are drawn with about so many pixels on the longer side; more only costs time. */
const LONGEST = 3600;

const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const bytesSchema = z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]);
const imageSchema = z.object({
  width: z.number(),
  height: z.number(),
  kind: z.number().optional(),
  data: bytesSchema,
});
const maskSchema = z.object({
  width: z.number(),
  height: z.number(),
  data: z.union([z.string(), bytesSchema]),
});
const placedMaskSchema = maskSchema.extend({ transform: matrixSchema });

/** The SVG of a page, `scale` pixels per point. */
export async function pageSvg(page: PDFPageProxy, scale: number): Promise<{ svg: string; width: number }> {
  const { width, height, transform } = page.getViewport({ scale });
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const drawing = new Drawing(page, matrixSchema.parse(transform));
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    await drawing.run(operator, Array.isArray(args) ? args : []);
  }
  const size = `width="${Math.round(width)}" height="${Math.round(height)}" viewBox="0 0 ${width} ${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${drawing.parts.join('')}</svg>`;
  page.cleanup();
  return { svg, width: Math.round(width) };
}

class Drawing {
  readonly parts: string[] = [];
  readonly #page: PDFPageProxy;
  readonly #stack: { matrix: Matrix; fill: string }[] = [];
  readonly #known = new Map<string, Promise<unknown>>();
  #matrix: Matrix;
  #fill = '#000000';

  constructor(page: PDFPageProxy, matrix: Matrix) {
    this.#page = page;
    this.#matrix = matrix;
  }

  async run(operator: number, args: readonly unknown[]): Promise<void> {
    switch (operator) {
      case OPS.save:
        this.#stack.push({ matrix: this.#matrix, fill: this.#fill });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#restore();
        break;
      case OPS.transform:
        this.#matrix = times(this.#matrix, matrixSchema.parse(args));
        break;
      case OPS.paintFormXObjectBegin:
        this.#stack.push({ matrix: this.#matrix, fill: this.#fill });
        if (args[0] !== null)
          this.#matrix = times(this.#matrix, matrixSchema.parse(Array.from(numbers(args[0]))));
        break;
      case OPS.setFillRGBColor:
        this.#fill = typeof args[0] === 'string' ? args[0] : '#000000';
        break;
      case OPS.paintImageXObject:
        this.#image(await this.#object(args[0]), this.#matrix);
        break;
      case OPS.paintInlineImageXObject:
        this.#image(args[0], this.#matrix);
        break;
      case OPS.paintImageXObjectRepeat:
        await this.#repeated(args);
        break;
      case OPS.paintImageMaskXObject:
        await this.#mask(args[0], this.#matrix);
        break;
      case OPS.paintImageMaskXObjectGroup:
        for (const mask of z.array(placedMaskSchema).parse(args[0])) {
          await this.#mask(mask, times(this.#matrix, mask.transform));
        }
        break;
      case OPS.constructPath:
        this.#path(args);
        break;
    }
  }

  #restore(): void {
    const last = this.#stack.pop();
    if (last === undefined) return;
    this.#matrix = last.matrix;
    this.#fill = last.fill;
  }

  #object(id: unknown): Promise<unknown> {
    const name = z.string().parse(id);
    let found = this.#known.get(name);
    if (found === undefined) {
      const store = name.startsWith('g_') ? this.#page.commonObjs : this.#page.objs;
      found = new Promise((resolve) => {
        store.get(name, resolve);
      });
      this.#known.set(name, found);
    }
    return found;
  }

  #image(value: unknown, matrix: Matrix): void {
    const parsed = imageSchema.safeParse(value);
    // pdf.js gives null for a picture it cannot decode.
    if (!parsed.success) return;
    const { width, height, kind, data } = parsed.data;
    const form = kind === ImageKind.GRAYSCALE_1BPP ? 'bits' : kind === ImageKind.RGB_24BPP ? 'rgb' : 'rgba';
    this.#picture({ width, height, form, data }, matrix);
  }

  async #mask(value: unknown, matrix: Matrix): Promise<void> {
    const { width, height, data } = maskSchema.parse(value);
    const bits = typeof data === 'string' ? maskSchema.safeParse(await this.#object(data)).data?.data : data;
    if (bits === undefined || typeof bits === 'string') return;
    this.#picture({ width, height, form: 'mask', data: bits }, matrix);
  }

  async #repeated(args: readonly unknown[]): Promise<void> {
    const [id, scaleX, scaleY, positions] = z
      .tuple([z.string(), z.number(), z.number(), z.unknown()])
      .parse(args);
    const at = numbers(positions);
    for (let index = 0; index + 1 < at.length; index += 2) {
      const place: Matrix = [scaleX, 0, 0, scaleY, at[index] ?? 0, at[index + 1] ?? 0];
      this.#image(await this.#object(id), times(this.#matrix, place));
    }
  }

  /** A picture fills the unit square, its first row at the top. */
  #picture(pixels: Pixels, matrix: Matrix): void {
    const small = shrink(pixels, Math.floor(Math.max(pixels.width, pixels.height) / LONGEST));
    const ink = [1, 3, 5].map((at) => Number.parseInt(this.#fill.slice(at, at + 2), 16) || 0);
    const png = Buffer.from(writePng(small, ink)).toString('base64');
    const place = times(matrix, [1 / small.width, 0, 0, -1 / small.height, 0, 1]);
    this.parts.push(
      `<image width="${small.width}" height="${small.height}" transform="matrix(${place.join(' ')})" href="data:image/png;base64,${png}"/>`,
    );
  }

  #path(args: readonly unknown[]): void {
    const [operator, paths] = args;
    const filled = new Set<unknown>([
      OPS.fill,
      OPS.eoFill,
      OPS.fillStroke,
      OPS.eoFillStroke,
      OPS.closeFillStroke,
    ]);
    if (!filled.has(operator) || !Array.isArray(paths)) return;
    const d = pathData(numbers(paths[0]));
    const rule = operator === OPS.eoFill || operator === OPS.eoFillStroke ? ' fill-rule="evenodd"' : '';
    this.parts.push(
      `<path transform="matrix(${this.#matrix.join(' ')})" fill="${this.#fill}"${rule} d="${d}"/>`,
    );
  }
}

const numbers = (value: unknown): ArrayLike<number> =>
  value instanceof Float32Array || Array.isArray(value) ? value : [];

/** pdf.js's own coding of a path: a number for the step, then its coordinates. */
const STEPS = [
  { letter: 'M', count: 2 },
  { letter: 'L', count: 2 },
  { letter: 'C', count: 6 },
  { letter: 'Q', count: 4 },
  { letter: 'Z', count: 0 },
] as const;

function pathData(coded: ArrayLike<number>): string {
  let d = '';
  for (let at = 0; at < coded.length;) {
    const step = STEPS[coded[at] ?? -1];
    if (step === undefined) return d;
    const coordinates = Array.from({ length: step.count }, (_, index) => coded[at + 1 + index] ?? 0);
    d += `${step.letter}${coordinates.join(' ')}`;
    at += 1 + step.count;
  }
  return d;
}

/** First `b`, then `a`. */
function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
