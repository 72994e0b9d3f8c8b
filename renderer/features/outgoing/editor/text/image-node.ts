import { Node } from '@tiptap/core';
import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { pictureUrl } from '../pictures/pictures.ts';
import { clampWidth, NARROWEST_PICTURE, WIDEST_PICTURE } from '../pictures/picture-size.ts';

/** A picture with its width in mm, as wide in the text as it will be on the line of the page. */

function widthOf(node: DocumentNode): number {
  return Number(node.attrs['width'] ?? WIDEST_PICTURE);
}

class PictureView implements NodeView {
  readonly dom = document.createElement('div');
  private readonly picture = document.createElement('img');
  private readonly absent = document.createElement('span');
  private readonly input = document.createElement('input');
  private shown = '';
  private url: string | null = null;

  private node: DocumentNode;
  private readonly props: Pick<NodeViewRendererProps, 'editor' | 'getPos'>;

  constructor(node: DocumentNode, props: Pick<NodeViewRendererProps, 'editor' | 'getPos'>) {
    this.node = node;
    this.props = props;
    this.dom.className = 'gwt-body-image';
    this.dom.dataset['image'] = '';
    const label = document.createElement('label');
    this.input.type = 'number';
    this.input.min = String(NARROWEST_PICTURE);
    this.input.max = String(WIDEST_PICTURE);
    this.input.step = 'any';
    this.input.setAttribute('aria-label', '图片宽度（毫米）');
    label.append('宽', this.input, `毫米，最宽 ${WIDEST_PICTURE}`);
    this.absent.hidden = true;
    this.absent.textContent = '图片读取中…';
    this.dom.append(this.picture, this.absent, label);
    this.input.addEventListener('change', () => this.takeWidth());
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.takeWidth();
      this.props.editor.commands.focus();
    });
    this.show();
  }

  update(node: DocumentNode): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.input;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    if (this.url !== null) URL.revokeObjectURL(this.url);
  }

  private show(): void {
    const width = widthOf(this.node);
    this.input.value = String(width);
    this.input.disabled = !this.props.editor.isEditable;
    this.picture.alt = `图片，宽 ${width} 毫米`;
    this.picture.style.width = `${(Math.min(width, WIDEST_PICTURE) / WIDEST_PICTURE) * 100}%`;
    const file = String(this.node.attrs['file'] ?? '');
    if (file !== this.shown) {
      this.shown = file;
      void this.load(file);
    }
  }

  private async load(file: string): Promise<void> {
    const url = await pictureUrl(file).catch(() => null);
    if (file !== this.shown) return;
    if (this.url !== null) URL.revokeObjectURL(this.url);
    this.url = url;
    this.picture.hidden = url === null;
    this.absent.hidden = url !== null;
    if (url === null) this.absent.textContent = '图片文件找不到，请删去后重新插入。';
    else this.picture.src = url;
  }

  private takeWidth(): void {
    const position = this.props.getPos();
    if (position === undefined) return;
    const typed = this.input.valueAsNumber;
    const width = Number.isNaN(typed) ? widthOf(this.node) : clampWidth(typed);
    this.input.value = String(width);
    if (width === widthOf(this.node)) return;
    const { view } = this.props.editor;
    view.dispatch(view.state.tr.setNodeAttribute(position, 'width', width));
  }
}

export const image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      file: { default: '', parseHTML: (element) => element.getAttribute('data-image') ?? '' },
      width: {
        default: 100,
        parseHTML: (element) => clampWidth(Number(element.getAttribute('data-width') ?? '100')),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'div[data-image]' }];
  },
  renderHTML({ node }) {
    return ['div', { 'data-image': String(node.attrs['file']), 'data-width': String(node.attrs['width']) }];
  },
  addNodeView() {
    return ({ node, editor, getPos }) => new PictureView(node, { editor, getPos });
  },
});
