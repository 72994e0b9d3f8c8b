import startCore from 'tesseract.js-core/tesseract-core-simd-lstm.js';

export interface Recogniser {
  /**
   * Text of a picture (PNG, JPEG, BMP, WebP, TIFF). Blocks its thread.
   * @param progress told the part of the work that is done, 0 to 1
   * @throws Error when the picture cannot be read
   */
  readonly read: (picture: Uint8Array, progress: (part: number) => void) => string;
}

/** The LSTM recogniser alone; the older one is not in this data. */
const LSTM_ONLY = 1;

/** Starts the recogniser with its program and its data of Chinese. */
export async function startRecogniser(wasmBinary: Uint8Array, data: Uint8Array): Promise<Recogniser> {
  let report: ((part: number) => void) | undefined;
  const core = await startCore({
    wasmBinary,
    print: () => undefined,
    // It lists parameters of other builds there.
    printErr: () => undefined,
    TesseractProgress: (percent) => report?.(percent / 100),
  });
  core.FS.mkdir('/data');
  core.FS.writeFile('/data/chi_sim.traineddata', data);
  const api = new core.TessBaseAPI();
  if (api.Init('/data', 'chi_sim', LSTM_ONLY) !== 0) throw new Error('the recogniser does not take its data');
  api.SetVariable('preserve_interword_spaces', '1');
  return {
    read: (picture, progress) => {
      report = progress;
      core.FS.writeFile('/input', picture);
      try {
        if (api.SetImageFile(1, 0) === 1) throw new Error('the picture cannot be read');
        if (api.Recognize(null) !== 0) throw new Error('recognition failed');
        return tidy(api.GetUTF8Text());
      } finally {
        core.FS.unlink('/input');
        api.Clear();
      }
    },
  };
}

const HAN = String.raw`[\p{Script=Han}〇，。；：、？！“”‘’（）《》〔〕【】—…]`;
const BETWEEN_HAN = new RegExp(`(?<=${HAN})[ \t]+(?=${HAN})`, 'gu');

/** Without blanks between Chinese characters and without empty lines, which a scan is full of. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(BETWEEN_HAN, '').trim())
    .filter((line) => line !== '')
    .join('\n');
}
