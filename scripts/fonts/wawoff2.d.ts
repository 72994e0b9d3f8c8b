declare module 'wawoff2' {
  /** Unpacks a WOFF2 font into its sfnt form. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
  export function compress(sfnt: Uint8Array): Promise<Uint8Array>;
}
