import type { Gongwen } from '../../../shared/gongwen/model.ts';

/** Pixels, as a person sees the image. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Sizes of the PNG and JPEG files a document shows; files that cannot be read are left out. */
export async function readImageSizes(document: Gongwen): Promise<ReadonlyMap<string, ImageSize>> {
  const sizes = new Map<string, ImageSize>();
  const files = imageFiles(document);
  if (files.size === 0) return sizes;
  // pdfkit knows both formats, and is loaded only for a document that has images.
  const { newPdf, openImage } = await import('./pdfkit-internals.ts');
  const pdf = newPdf({ size: [1, 1], info: { CreationDate: new Date(0) }, lang: 'zh-CN' });
  for (const file of files) {
    try {
      const { width, height, orientation = 1 } = openImage(pdf, file);
      // EXIF orientations 5 to 8 lie on their side.
      sizes.set(file, orientation > 4 ? { width: height, height: width } : { width, height });
    } catch {
      // The layout leaves room of a usual shape and tells the person.
    }
  }
  return sizes;
}

function imageFiles({ body, attachments, enclosures }: Gongwen): ReadonlySet<string> {
  const bodies = [body, ...attachments.map((part) => part.body), ...enclosures.map((part) => part.body)];
  return new Set(bodies.flat().flatMap((block) => (block.type === 'image' ? [block.file] : [])));
}
