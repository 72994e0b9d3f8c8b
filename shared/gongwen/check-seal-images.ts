import type { Warn } from './check-wording.ts';
import type { Gongwen } from './model.ts';

/** Pictures of seals: none is placed unless the document names one, and a picture seals nothing. */
export function checkSealImages({ sealing, seals, stamps }: Gongwen, warn: Warn): void {
  const check = (path: string, image: string | undefined, what: string): void => {
    if (image === undefined) return;
    const opaque = /\.jpe?g$/iu.test(image)
      ? '；JPEG 图片不透明，会盖住下面的文字，请换用背景透明的 PNG'
      : '';
    warn(
      path,
      `${what}图片只供看版面，不等于用印，不具有法律效力；正式印发须加盖实物印章或使用合规的电子印章${opaque}（实务）`,
    );
  };
  if (sealing === 'seal') {
    for (const [index, { image }] of seals.entries()) check(`seals.${index}.image`, image, '印章');
  }
  if (sealing === 'stamp') {
    for (const [index, { image }] of stamps.entries()) check(`stamps.${index}.image`, image, '签名章');
  }
}
