import type { LaidOutPage, PageItem } from '../../../shared/gongwen/pages.ts';
import { MM_TO_PT } from './numbers.ts';
import { addSpan } from './pdfkit-internals.ts';
import type { Pdf } from './pdfkit-internals.ts';
import type { Role, Step, TagStructure } from './roles.ts';

interface Node {
  readonly element: PDFKit.PDFStructureElement;
  readonly children: Map<string, Node>;
}

/**
 * Writes the structure tree while the pages are drawn (Tagged PDF, ISO 32000-1, 14.7 and 14.8): everything
 * drawn stands between marks, either as a piece of one structure element or as an artifact. A paragraph over
 * several lines and pages is one element, and elements follow each other as they are read.
 */
export class TagWriter {
  readonly #pdf: Pdf;
  readonly #structure: TagStructure;
  readonly #root: Node;
  #open: string | undefined;

  constructor(pdf: Pdf, structure: TagStructure) {
    this.#pdf = pdf;
    this.#structure = structure;
    this.#root = { element: pdf.struct('Document'), children: new Map() };
    pdf.addStructure(this.#root.element);
  }

  /** Before an item is drawn: closes the mark of another element, opens its own. */
  enter(item: PageItem, page: LaidOutPage): void {
    const role = this.#structure.roleOf(item, page.index);
    const key = keyOf(role);
    if (key === this.#open) return;
    this.leave();
    this.#open = key;
    if (role.kind === 'artifact') {
      this.#pdf.markContent('Artifact', { type: role.type });
      return;
    }
    const node = this.#nodeOf(role.steps, item);
    node.element.add(this.#pdf.markStructureContent(role.steps.at(-1)?.tag ?? 'P'));
  }

  /** Closes the open mark: at the end of a page, and before the graphics state is saved or restored. */
  leave(): void {
    if (this.#open !== undefined) this.#pdf.endMarkedContent();
    this.#open = undefined;
  }

  end(): void {
    this.#root.element.end();
  }

  #nodeOf(steps: readonly Step[], item: PageItem): Node {
    let node = this.#root;
    for (const step of steps) {
      let child = node.children.get(step.key);
      if (!child) {
        child = this.#newNode(node, step, item);
        if (step.tag === 'Table') this.#addCells(child, step.key, item);
      }
      node = child;
    }
    return node;
  }

  #addCells(table: Node, key: string, item: PageItem): void {
    for (const [, ...steps] of this.#structure.skeleton(key)) {
      let node = table;
      for (const step of steps) node = node.children.get(step.key) ?? this.#newNode(node, step, item);
    }
  }

  #newNode(parent: Node, { tag, key, alt, span }: Step, item: PageItem): Node {
    const element = this.#pdf.struct(tag, {
      ...(alt === undefined ? {} : { alt }),
      ...(tag === 'TH' ? { scope: 'Column' } : {}),
      ...(tag === 'Figure' && item.kind === 'image' ? { bbox: boxOf(item) } : {}),
    });
    if (span !== undefined) addSpan(element, span);
    const node: Node = { element, children: new Map() };
    parent.element.add(element);
    parent.children.set(key, node);
    return node;
  }
}

function keyOf(role: Role): string {
  return role.kind === 'artifact' ? `artifact ${role.type}` : role.steps.map(({ key }) => key).join('\n');
}

/** pt from the upper left corner, as pdfkit takes it. */
function boxOf({
  x,
  y,
  width,
  height,
}: PageItem & { readonly kind: 'image' }): [number, number, number, number] {
  return [x * MM_TO_PT, y * MM_TO_PT, (x + width) * MM_TO_PT, (y + height) * MM_TO_PT];
}
