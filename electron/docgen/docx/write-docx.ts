import { Document, Packer } from 'docx';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { LaidOut } from '../../../shared/gongwen/pages.ts';
import { redOf } from '../../../shared/gongwen/red.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import { docxAdvances } from './advance.ts';
import { documentChildren } from './document-children.ts';
import { flowEntries } from './flow-entries.ts';
import { roleFamilies } from './font-names.ts';
import type { FontNames } from './font-names.ts';
import { asSections } from './lying-pages.ts';
import { repack } from './package.ts';
import { pageLimits } from './page-limits.ts';
import { appXml, coreXml } from './properties-xml.ts';
import { sections, sectionStarts } from './sections.ts';
import { settingsXml } from './settings-xml.ts';
import { fontTableXml, stylesXml } from './styles-xml.ts';
import type { FontContext } from './text-runs.ts';

export interface DocxOptions {
  /** `windows` (default): the fonts of a Chinese office; `laid-out`: those the layout was measured with. */
  readonly fontNames?: FontNames;
}

/**
 * Writes a document as .docx: named styles, paragraphs, tables, frames and line shapes that a person can
 * go on editing, laid out by Word, WPS and LibreOffice as the pages say. Same input, same bytes.
 *
 * @param pages those of `layout(document, fonts)`; they decide where lines and pages end
 * @returns the bytes of the .docx
 */
export async function writeDocx(
  document: Gongwen,
  pages: LaidOut,
  fonts: FontMetrics,
  options: DocxOptions = {},
): Promise<Uint8Array> {
  const laidOut = asSections(pages);
  const names = options.fontNames ?? 'windows';
  const families = roleFamilies(laidOut, names);
  const red = redOf(laidOut).replace('#', '');
  const context: FontContext = {
    names,
    families,
    red,
    info: fonts.info,
    advances: docxAdvances(fonts, names),
  };
  const styles = stylesXml({ families, red });
  const starts = sectionStarts(laidOut);
  const entries = flowEntries(document, laidOut);
  const limits = pageLimits(laidOut, entries);
  const source = { document, laidOut, entries, limits, sectionStarts: new Set(starts), context };
  const file = new Document({
    externalStyles: styles,
    evenAndOddHeaderAndFooters: true,
    sections: sections({
      children: documentChildren(source),
      starts,
      laidOut,
      limits,
      mirrorMargins: document.options.mirrorMargins,
      context,
    }),
  });
  const packed = await Packer.toBuffer(file);
  const replaced = {
    'word/styles.xml': styles,
    'word/settings.xml': settingsXml({ mirrorMargins: document.options.mirrorMargins }),
    'word/fontTable.xml': fontTableXml(families),
    'docProps/core.xml': coreXml(document),
    'docProps/app.xml': appXml(document),
  };
  return repack(packed, replaced, drawingNumbers());
}

/** The library counts drawings on through the life of the process; a file has to count its own, in all parts. */
function drawingNumbers(): (name: string, xml: string) => string {
  let id = 0;
  return (_, xml) =>
    xml.replace(/<wp:docPr id="\d+" name=""/gu, () => {
      id += 1;
      return `<wp:docPr id="${id}" name="图形 ${id}"`;
    });
}
