import { GapCursor } from '@tiptap/pm/gapcursor';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { picturesOf } from '../pictures/picture-files.ts';
import { naturalWidth } from '../pictures/picture-size.ts';
import type { Pictures } from '../pictures/pictures.ts';

/** Pictures into the text: a block of their own, never inside a table or a paragraph. */

/** Puts a stored picture after the block at a position; an empty line gives its place to it. */
function placePicture(view: EditorView, position: number, file: string, width: number): number {
  const { image, paragraph } = view.state.schema.nodes;
  if (image === undefined || paragraph === undefined) return position;
  const { doc, tr } = view.state;
  const at = doc.resolve(Math.min(position, doc.content.size));
  const index = at.index(0);
  const block = index < doc.childCount ? doc.child(index) : null;
  const start = at.depth === 0 ? at.pos : at.before(1);
  const node = image.create({ file, width });
  const inBlock = block !== null && at.depth > 0;
  const empty = inBlock && block.type === paragraph && block.content.size === 0;
  const end = inBlock ? start + block.nodeSize : start;
  tr.replaceWith(empty ? start : end, end, node);
  const after = (empty ? start : end) + node.nodeSize;
  // At the end of the text there is no line to go on in: what is typed after the picture makes one.
  const selection =
    after === tr.doc.content.size
      ? new GapCursor(tr.doc.resolve(after))
      : TextSelection.near(tr.doc.resolve(after + 1));
  view.dispatch(tr.setSelection(selection).scrollIntoView());
  view.focus();
  return after;
}

/** Stores pictures one after the other and puts them at a position, the caret's when none is given. */
export async function insertPictures(
  view: EditorView,
  pictures: Pictures,
  files: readonly File[],
  position?: number,
): Promise<void> {
  let at = position;
  for (const file of files) {
    const stored = await pictures.store(file);
    if (stored === null || view.isDestroyed) continue;
    at = placePicture(view, at ?? view.state.selection.from, stored.file, naturalWidth(stored));
  }
}

/** Files let fall on the text; true when nothing is left to do. */
export function handleDrop(view: EditorView, event: DragEvent, pictures: Pictures | null): boolean {
  const dropped = event.dataTransfer?.files;
  if (dropped === undefined || dropped.length === 0) return false;
  const { pictures: files, others } = picturesOf(dropped);
  if (others) pictures?.refuse('只能插入 PNG 或 JPEG 图片，其他文件没有插入。');
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (pictures !== null && view.editable) void insertPictures(view, pictures, files, place?.pos);
  return true;
}

/** Pictures on the clipboard; text that comes with them, as from Word and Excel, goes first. */
export function picturesOnClipboard(data: Pick<DataTransfer, 'files'>): File[] {
  return picturesOf(data.files).pictures;
}
