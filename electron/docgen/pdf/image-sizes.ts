import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';

/** Pixels, as a person sees the image. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
  /** In the four inks of printing presses, which PDF/A with an RGB output intent cannot hold. */
  readonly cmyk: boolean;
}

/** Sizes of the PNG and JPEG files a document shows; files that cannot be read are left out. */
export async function readImageSizes(document: Gongwen): Promise<ReadonlyMap<string, ImageSize>> {
  const sizes = new Map<string, ImageSize>();
  const files = new Set(imagePaths(document).map(({ file }) => file));
  if (files.size === 0) return sizes;
  // pdfkit knows both formats, and is loaded only for a document that has images.
  const { newPdf, openImage } = await import('./pdfkit-internals.ts');
  const pdf = newPdf({ size: [1, 1], info: {}, lang: 'zh-CN', archival: false });
  for (const file of files) {
    try {
      const { width, height, orientation = 1, colorSpace } = openImage(pdf, file);
      const cmyk = colorSpace === 'DeviceCMYK';
      // EXIF orientations 5 to 8 lie on their side.
      sizes.set(file, orientation > 4 ? { width: height, height: width, cmyk } : { width, height, cmyk });
    } catch {
      // The layout leaves room of a usual shape and tells the person.
    }
  }
  return sizes;
}

interface ImagePath {
  readonly path: string;
  readonly file: string;
}

/** The image files of a document with their model paths: pictures in the text, seals, 签名章. */
export function imagePaths(document: Gongwen): readonly ImagePath[] {
  const { body, attachments, enclosures, seals, stamps } = document;
  return [
    ...inBlocks(body, 'body'),
    ...attachments.flatMap((part, index) => inBlocks(part.body, `attachments.${index}.body`)),
    ...enclosures.flatMap((part, index) => inBlocks(part.body, `enclosures.${index}.body`)),
    ...inMarks(seals, 'seals'),
    ...inMarks(stamps, 'stamps'),
  ];
}

function inBlocks(blocks: readonly Block[], path: string): ImagePath[] {
  return blocks.flatMap((block, index) =>
    block.type === 'image' ? [{ path: `${path}.${index}`, file: block.file }] : [],
  );
}

function inMarks(marks: readonly { readonly image?: string | undefined }[], path: string): ImagePath[] {
  return marks.flatMap(({ image }, index) =>
    image === undefined ? [] : [{ path: `${path}.${index}`, file: image }],
  );
}
