/** The part of the recogniser's program that is used; the package has no types of its own. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface TessBaseAPI {
    Init(folder: string, language: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Reads `/input`; 1 when it cannot. */
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
    MeanTextConf(): number;
    Clear(): void;
  }
  interface Core {
    readonly FS: {
      mkdir(folder: string): void;
      writeFile(file: string, bytes: Uint8Array): void;
      unlink(file: string): void;
    };
    readonly TessBaseAPI: new () => TessBaseAPI;
  }
  const start: (options: {
    readonly wasmBinary: Uint8Array;
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
    readonly TesseractProgress: (percent: number) => void;
  }) => Promise<Core>;
  export default start;
}
