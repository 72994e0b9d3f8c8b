import { Extension, Node, mergeAttributes } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { image } from './image-node.ts';

/** Only what a 公文 has: paragraphs, four levels, tables, images, page breaks. No fonts, no bold. */

const GongwenTable = Table.extend({
  addAttributes() {
    return {
      caption: { default: null },
      widths: { default: null },
      landscape: { default: null },
    };
  },
  renderHTML({ node }) {
    const caption = typeof node.attrs['caption'] === 'string' ? node.attrs['caption'] : '';
    return ['div', { class: 'gwt-body-table', 'data-caption': caption }, ['table', ['tbody', 0]]];
  },
  parseHTML() {
    return [{ tag: 'table' }];
  },
});

const pageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML() {
    return [{ tag: 'div[data-page-break]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return [
      'div',
      mergeAttributes(HTMLAttributes, { 'data-page-break': '', class: 'gwt-body-break' }),
      '另起一页',
    ];
  },
});

const levelKeys = Extension.create({
  name: 'levelKeys',
  addKeyboardShortcuts() {
    const level = (value: 1 | 2 | 3 | 4) => () =>
      this.editor.isActive('heading', { level: value })
        ? this.editor.commands.setParagraph()
        : this.editor.commands.setHeading({ level: value });
    return {
      'Mod-0': () => this.editor.commands.setParagraph(),
      'Mod-1': level(1),
      'Mod-2': level(2),
      'Mod-3': level(3),
      'Mod-4': level(4),
      'Mod-Enter': () => this.editor.commands.insertContent({ type: 'pageBreak' }),
    };
  },
});

export const BODY_EXTENSIONS: Extensions = [
  StarterKit.configure({
    blockquote: false,
    bold: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    heading: { levels: [1, 2, 3, 4] },
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
    undoRedo: { depth: 500 },
  }),
  GongwenTable.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ content: 'paragraph+' }),
  TableHeader.extend({ content: 'paragraph+' }),
  image,
  pageBreak,
  levelKeys,
];
