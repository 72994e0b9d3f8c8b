import { numberText } from '../../electron/docgen/layout/wording.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { modelTexts } from './page-checks.ts';
import { texts } from './support.ts';

/** Text in = text out: every character of the model stands on the pages once and in order. */

const flat = (text: string): string => text.replaceAll('\n', '');

/** Text on the pages by model path, in the order of the items. */
function textsByPath(laidOut: LaidOut): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of laidOut.pages.flatMap((page) => texts(page))) {
    found.set(path, (found.get(path) ?? '') + text);
  }
  return found;
}

/** Header rows of a table are set again on every page it runs over. */
function isTextOf(path: string, found: string, text: string): boolean {
  if (!/\.header\.\d+\.\d+$/u.test(path) || text === '') return found === text;
  return (
    found !== '' && found.length % text.length === 0 && found === text.repeat(found.length / text.length)
  );
}

/** A line of a title ends without its spaces. */
const titled = (path: string, text: string): string =>
  /(?:^|\.)title$/u.test(path) ? text.replaceAll(/\s/gu, '') : text;

/** True when the parts occur in the text one after the other. */
function hasInOrder(text: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** Texts that are put together with others on the page (numbers, lists of offices), by their path. */
function partsByPath(document: Gongwen): [string, readonly string[]][] {
  const { format, sealing, documentNumber, annotation, printingOffice } = document;
  const parts: [string, readonly string[]][] = [
    ['issuerMark', (document.issuerMark?.names ?? document.issuers).slice(0, format === 'letter' ? 1 : 99)],
  ];
  if (format !== 'order') parts.push(['addressees', document.addressees]);
  if (documentNumber !== undefined) parts.push(['documentNumber', [numberText(documentNumber)]]);
  if (annotation !== undefined) parts.push(['annotation', [annotation]]);
  if (format !== 'letter' && printingOffice !== undefined) parts.push(['printingOffice', [printingOffice]]);
  if (sealing !== 'stamp')
    document.issuers.forEach((name, index) => parts.push([`issuers.${index}`, [name]]));
  if (sealing === 'stamp')
    document.stamps.forEach(({ office }, index) => parts.push([`stamps.${index}.office`, [office]]));
  if (format !== 'letter')
    document.signatories.forEach(({ name }, index) => parts.push([`signatories.${index}.name`, [name]]));
  document.copyTo.forEach((names, index) => parts.push([`copyTo.${index}`, names]));
  document.attachments.forEach(({ title, body }, index) =>
    parts.push([`attachments.${index}.title`, body.length > 0 ? [flat(title), flat(title)] : [flat(title)]]),
  );
  for (const key of ['present', 'leave', 'observers'] as const) {
    const groups = document.attendance?.[key];
    if (groups !== undefined)
      parts.push([`attendance.${key}`, groups.flatMap(({ unit = '', names }) => [unit].concat(names))]);
  }
  return parts;
}

export function lostTexts(document: Gongwen, laidOut: LaidOut): string[] {
  const out = textsByPath(laidOut);
  const found: string[] = [];
  for (const [path, text] of modelTexts(document)) {
    const [printed, typed] = [out.get(path) ?? '', flat(text)].map((each) => titled(path, each));
    if (!isTextOf(path, printed ?? '', typed ?? '')) found.push(`text ${path}: “${typed}” / “${printed}”`);
  }
  for (const [path, parts] of partsByPath(document)) {
    const printed = titled(path, out.get(path) ?? '');
    const typed = parts.map((part) => titled(path, part));
    if (!hasInOrder(printed, typed)) found.push(`text ${path}: “${typed.join('|')}” / “${printed}”`);
  }
  return found;
}
