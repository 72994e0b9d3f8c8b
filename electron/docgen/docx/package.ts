import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A part of the package by its name, e.g. `word/document.xml`. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** Parts the library always writes and no 公文 has use for. */
const UNUSED =
  /^(?:word\/(?:numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/(?:footnotes|endnotes|comments|fontTable)\.xml\.rels|docProps\/custom\.xml)$/;

/** Targets of the relationships and content types that go with them. */
const UNUSED_TARGET = /(?:numbering|footnotes|endnotes|comments|custom)\.xml$/;

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

const withoutUnused = (xml: string, tagName: string, attributeName: string): string =>
  xml.replace(new RegExp(`<${tagName}\\b[^>]*/>`, 'gu'), (tag) =>
    UNUSED_TARGET.test(attribute(tag, attributeName)) ? '' : tag,
  );

/**
 * Takes the library's package apart, replaces or drops parts and packs it again with one fixed time
 * (1980-01-01, the oldest a zip can hold), so that the same document always gives the same bytes.
 *
 * @param packed the .docx as the library wrote it
 * @param replaced parts written by us, by name
 * @param edit last change to any other XML part
 */
export function repack(
  packed: Uint8Array,
  replaced: Readonly<Record<string, string>>,
  edit: (name: string, xml: string) => string,
): Uint8Array {
  const parts: Parts = unzipSync(packed);
  const kept = new Map<string, Uint8Array>();
  for (const [name, bytes] of Object.entries(parts)) {
    if (UNUSED.test(name) || name.endsWith('/')) continue;
    const own = replaced[name];
    if (own !== undefined) kept.set(name, strToU8(own));
    else if (name.endsWith('.rels')) {
      kept.set(name, strToU8(withoutUnused(strFromU8(bytes), 'Relationship', 'Target')));
    } else if (name === '[Content_Types].xml') {
      kept.set(name, strToU8(withoutUnused(strFromU8(bytes), 'Override', 'PartName')));
    } else if (name.endsWith('.xml')) kept.set(name, strToU8(edit(name, strFromU8(bytes))));
    else kept.set(name, bytes);
  }
  return zipSync(Object.fromEntries(inOrder(kept)), { level: 6, mtime: new Date(1980, 0, 1) });
}

const FIRST = ['[Content_Types].xml', '_rels/.rels'];

/** Content types first, as readers that stream the package expect; the rest by name. */
const rank = (name: string): number => (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1);

const inOrder = (parts: ReadonlyMap<string, Uint8Array>): [string, Uint8Array][] =>
  [...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
