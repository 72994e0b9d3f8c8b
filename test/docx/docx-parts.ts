import { strFromU8, unzipSync } from 'fflate';
import { parseXml } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** A .docx taken apart: every XML part parsed strictly. */
export interface DocxParts {
  readonly names: readonly string[];
  readonly xml: (name: string) => XmlElement;
  /** Source of a part, for what concerns bytes and not structure. */
  readonly source: (name: string) => string;
}

export function openDocx(bytes: Uint8Array): DocxParts {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const source = (name: string): string => {
    const file = files[name];
    if (file === undefined) throw new Error(`no part ${name}`);
    return strFromU8(file);
  };
  const parsed = new Map(
    names
      .filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
      .map((name) => [name, parseXml(source(name))] as const),
  );
  return {
    names,
    source,
    xml: (name) => {
      const part = parsed.get(name);
      if (part === undefined) throw new Error(`no XML part ${name}`);
      return part;
    },
  };
}
