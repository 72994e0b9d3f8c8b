import { readFileSync, writeFileSync } from 'node:fs';

/** Copies a font and gives the copy another family name: a test has no 仿宋 of its own. */
export function copyFontAs(from: string, to: string, family: string): void {
  const font = readFileSync(from);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'name');
  if (entry === undefined) throw new Error('no name table');
  const table = font.readUInt32BE(entry + 8);
  const storage = table + font.readUInt16BE(table + 4);
  const name = Buffer.from(family, 'utf16le').swap16();
  for (let record = 0; record < font.readUInt16BE(table + 2); record += 1) {
    const at = table + 6 + record * 12;
    const isFamily = [1, 16].includes(font.readUInt16BE(at + 6));
    if (!isFamily || font.readUInt16BE(at) !== 3) continue;
    if (font.readUInt16BE(at + 8) < name.length) throw new Error('the new name is longer than the old one');
    name.copy(font, storage + font.readUInt16BE(at + 10));
    font.writeUInt16BE(name.length, at + 8);
  }
  writeFileSync(to, font);
}
