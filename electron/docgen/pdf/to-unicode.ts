/** Entries in one block, by the rules of CMap files (Adobe Technical Note 5014). */
const BLOCK = 100;

/**
 * ToUnicode CMap: what each glyph of the subset is when it is copied (ISO 32000-1, 9.10.3). Written as
 * single entries, because Ghostscript 10.00 misreads the array form of ranges that pdfkit writes and keeps
 * only the low byte of every character.
 */
export function toUnicode(codePoints: readonly (readonly number[])[]): string {
  const entries = codePoints.map((points, glyph) => {
    const text = Buffer.from(String.fromCodePoint(...points), 'utf16le').swap16();
    return `<${glyph.toString(16).padStart(4, '0')}> <${text.toString('hex')}>`;
  });
  // Glyph 0 is .notdef, which is never shown.
  const blocks = Array.from({ length: Math.ceil((entries.length - 1) / BLOCK) }, (_, index) => {
    const block = entries.slice(1 + index * BLOCK, 1 + (index + 1) * BLOCK);
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
