import type { Block, Gongwen } from './model.ts';

/** Every text of a document that is printed, with its model path: what the wording checks walk over. */

export interface DocumentText {
  readonly path: string;
  readonly text: string;
  /** `\n` is a forced line break here, not an error. */
  readonly multiline: boolean;
  /** Running text (body, tables) as against names and numbers. */
  readonly prose: boolean;
}

function* textsOfBlocks(blocks: readonly Block[], path: string): Generator<DocumentText> {
  for (const [index, block] of blocks.entries()) {
    const at = `${path}.${index}`;
    if (block.type === 'paragraph' || block.type === 'heading') {
      yield { path: `${at}.text`, text: block.text, multiline: false, prose: true };
    } else if (block.type === 'table') {
      if (block.caption !== undefined) {
        yield { path: `${at}.caption`, text: block.caption, multiline: false, prose: true };
      }
      for (const key of ['header', 'rows'] as const) {
        for (const [row, cells] of (block[key] ?? []).entries()) {
          for (const [column, text] of cells.entries()) {
            yield { path: `${at}.${key}.${row}.${column}`, text, multiline: true, prose: true };
          }
        }
      }
    }
  }
}

const name = (path: string, text: string | undefined): DocumentText[] =>
  text === undefined ? [] : [{ path, text, multiline: false, prose: false }];

const names = (path: string, texts: readonly string[] = []): DocumentText[] =>
  texts.flatMap((text, index) => name(`${path}.${index}`, text));

/** All printed texts in the order of the model's keys. */
export function* textsOf(document: Gongwen): Generator<DocumentText> {
  yield* names('issuers', document.issuers);
  yield* names('issuerMark.names', document.issuerMark?.names);
  yield* name('issuerMark.suffix', document.issuerMark?.suffix);
  if (document.documentNumber !== undefined && 'issuerCode' in document.documentNumber) {
    yield* name('documentNumber.issuerCode', document.documentNumber.issuerCode);
  }
  for (const [index, signatory] of document.signatories.entries()) {
    yield* name(`signatories.${index}.name`, signatory.name);
  }
  yield { path: 'title', text: document.title, multiline: true, prose: false };
  yield* names('addressees', document.addressees);
  yield* textsOfBlocks(document.body, 'body');
  for (const [index, attachment] of document.attachments.entries()) {
    yield* name(`attachments.${index}.title`, attachment.title);
    yield* textsOfBlocks(attachment.body, `attachments.${index}.body`);
  }
  for (const [index, enclosure] of document.enclosures.entries()) {
    yield { path: `enclosures.${index}.title`, text: enclosure.title, multiline: true, prose: false };
    yield* textsOfBlocks(enclosure.body, `enclosures.${index}.body`);
  }
  for (const [index, stamp] of document.stamps.entries()) {
    yield* name(`stamps.${index}.office`, stamp.office);
    yield* name(`stamps.${index}.name`, stamp.name);
  }
  yield* name('annotation', document.annotation);
  for (const kind of ['present', 'leave', 'observers'] as const) {
    for (const [index, group] of (document.attendance?.[kind] ?? []).entries()) {
      yield* name(`attendance.${kind}.${index}.unit`, group.unit);
      yield* names(`attendance.${kind}.${index}.names`, group.names);
    }
  }
  for (const [index, group] of document.copyTo.entries()) yield* names(`copyTo.${index}`, group);
  yield* name('printingOffice', document.printingOffice);
}
