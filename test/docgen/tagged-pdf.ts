import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Reads the structure of a tagged PDF: the tree from the file's own objects, the text of its pieces through
 * pdf.js. Knows nothing of our writer but that it leaves dictionaries uncompressed.
 */

export interface TagNode {
  readonly tag: string;
  readonly alt: string | undefined;
  /** Text of the element's own pieces, over all pages. */
  readonly text: string;
  readonly children: readonly TagNode[];
  /** Marked content that belongs to the element, `page object/MCID`. */
  readonly pieces: readonly string[];
}

export interface Mark {
  /** `Artifact` or the tag of the content. */
  readonly tag: string;
  /** `page object/MCID`; undefined for an artifact. */
  readonly piece: string | undefined;
  readonly text: string;
}

export interface TaggedPdf {
  readonly objects: ReadonlyMap<number, string>;
  readonly root: TagNode;
  /** Marked content in the order it is drawn, pages joined. */
  readonly marks: readonly Mark[];
  /** Operators that draw something outside of any mark. */
  readonly unmarked: number;
  /** `page object/MCID` -> number of the structure element that the parent tree names for it. */
  readonly parents: ReadonlyMap<string, number>;
}

export async function readTags(bytes: Uint8Array): Promise<TaggedPdf> {
  const objects = objectsOf(bytes);
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const marks: Mark[] = [];
  let unmarked = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const id = (page.ref ?? { num: 0 }).num;
    const list = await page.getOperatorList();
    const found = marksOf(list.fnArray, list.argsArray as readonly unknown[], id);
    marks.push(...found.marks);
    unmarked += found.unmarked;
  }
  await task.destroy();
  const texts = new Map<string, string>();
  for (const { piece, text } of marks) if (piece !== undefined) texts.set(piece, text);
  const treeRoot = [...objects.values()].find((object) => /\/Type \/StructTreeRoot\b/u.test(object));
  const kids = /\/K \[(\d+) 0 R\]/u.exec(treeRoot ?? '')?.[1];
  if (treeRoot === undefined || kids === undefined) throw new Error('the PDF has no structure tree');
  const root = nodeOf(Number(kids), objects, texts, '');
  return { objects, root, marks, unmarked, parents: parentsOf(treeRoot, objects) };
}

/** All nodes of a tree in reading order. */
export function walk(node: TagNode): TagNode[] {
  return [node, ...node.children.flatMap(walk)];
}

/** Objects by number, streams cut off. */
function objectsOf(bytes: Uint8Array): Map<number, string> {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, number, body] of file.matchAll(/^(\d+) 0 obj\n(.*?)\n(?:endobj|stream)$/gmsu)) {
    objects.set(Number(number), body ?? '');
  }
  return objects;
}

function nodeOf(
  number: number,
  objects: ReadonlyMap<number, string>,
  texts: ReadonlyMap<string, string>,
  parent: string,
): TagNode {
  const object = objects.get(number) ?? '';
  const tag = /\/S \/(\w+)/u.exec(object)?.[1] ?? '';
  const up = /\/P (\d+) 0 R/u.exec(object)?.[1];
  if (parent !== '' && up !== parent) throw new Error(`element ${number} does not name its parent`);
  const page = /\/Pg (\d+) 0 R/u.exec(object.replace(/\/K \[.*\]/su, ''))?.[1] ?? '';
  const kids = /\/K \[(.*)\]/su.exec(object)?.[1] ?? '';
  const children: TagNode[] = [];
  const pieces: string[] = [];
  for (const [, dictionary, child, mcid] of kids.matchAll(/<<(.*?)>>|(\d+) 0 R|(\d+)/gsu)) {
    if (dictionary !== undefined) {
      const [, where] = /\/Pg (\d+) 0 R/u.exec(dictionary) ?? [];
      const [, which] = /\/MCID (\d+)/u.exec(dictionary) ?? [];
      pieces.push(`${where}/${which}`);
    } else if (child !== undefined) children.push(nodeOf(Number(child), objects, texts, String(number)));
    else pieces.push(`${page}/${mcid}`);
  }
  const alt = /\/Alt \((.*?)\)\n/su.exec(object)?.[1];
  return {
    tag,
    alt: alt === undefined ? undefined : unescaped(alt),
    text: pieces.map((piece) => texts.get(piece) ?? '').join(''),
    children,
    pieces,
  };
}

function unescaped(string: string): string {
  const bytes = Buffer.from(
    string.replaceAll(
      /\\(.)/gsu,
      (_, char: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[char] ?? char,
    ),
    'latin1',
  );
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}

const DRAWING = new Set<number>([
  OPS.showText,
  OPS.constructPath,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

function marksOf(
  operators: readonly number[],
  args: readonly unknown[],
  page: number,
): { marks: Mark[]; unmarked: number } {
  const marks: Mark[] = [];
  const open: { tag: string; piece: string | undefined; text: string; own: boolean }[] = [];
  let unmarked = 0;
  for (const [index, operator] of operators.entries()) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      const [name, mcid] = args[index] as [string | { name: string }, number | null | undefined];
      const tag = typeof name === 'string' ? name : name.name;
      const piece = typeof mcid === 'number' ? `${page}/${mcid}` : undefined;
      const own = piece !== undefined || tag === 'Artifact';
      if (own && open.some((mark) => mark.own)) throw new Error(`mark in a mark on page object ${page}`);
      open.push({ tag, piece, text: '', own });
    } else if (operator === OPS.endMarkedContent) {
      const mark = open.pop();
      if (!mark) throw new Error(`a mark ends that never began on page object ${page}`);
      if (mark.own) marks.push({ tag: mark.tag, piece: mark.piece, text: mark.text });
    } else if (DRAWING.has(operator)) {
      const mark = open.find(({ own }) => own);
      if (!mark) unmarked += 1;
      else if (operator === OPS.showText) {
        const [glyphs] = args[index] as [readonly (number | { unicode: string })[]];
        mark.text += glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('');
      }
    }
  }
  if (open.length > 0) throw new Error(`a mark is left open on page object ${page}`);
  return { marks, unmarked };
}

function parentsOf(treeRoot: string, objects: ReadonlyMap<number, string>): Map<string, number> {
  const [, numbers = ''] = /\/Nums \[(.*?)\n?\]\n?>>/su.exec(treeRoot) ?? [];
  const byKey = new Map<string, string[]>();
  for (const [, key = '', list = ''] of numbers.matchAll(/(\d+) \[(.*?)\]/gsu)) {
    byKey.set(key, list.match(/\d+(?= 0 R)|null/gu) ?? []);
  }
  const parents = new Map<string, number>();
  for (const [number, object] of objects) {
    const key = /\/Type \/Page\b.*\/StructParents (\d+)/su.exec(object)?.[1];
    if (key === undefined) continue;
    const list = byKey.get(key) ?? [];
    for (const [mcid, element] of list.entries()) parents.set(`${number}/${mcid}`, Number(element));
  }
  return parents;
}
