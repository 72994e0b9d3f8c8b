import { Paragraph, TabStopType } from 'docx';
import type { ParagraphChild } from 'docx';
import { fitEntry } from './fit-entry.ts';
import type { TextEntry } from './flow-entries.ts';
import { areaWidth } from './grid.ts';
import { edgesOf, indentFor, widthsOf } from './indents.ts';
import type { Placement } from './place-flow.ts';
import { resolveStyle } from './resolve-style.ts';
import { placeDate, placeIssuer } from './signature.ts';
import type { SignaturePlace } from './signature.ts';
import { textRun } from './text-runs.ts';
import type { FontContext } from './text-runs.ts';

interface ParagraphOptions {
  readonly entry: TextEntry;
  readonly placement: Placement;
  /** The 成文日期, which 署名 is placed by. */
  readonly date: TextEntry | undefined;
  /** White below in twips, for a table that follows. */
  readonly after?: number;
  /** Shapes and pictures anchored in the paragraph. */
  readonly anchored?: readonly ParagraphChild[];
  readonly context: FontContext;
}

const leftTab = (position: number) => ({ type: TabStopType.LEFT, position });

const CENTRED = new Set(['center', 'right']);

/** A paragraph of the flow: its style, and only the direct formatting the layout makes necessary. */
export function flowParagraph(options: ParagraphOptions): Paragraph {
  const { entry, placement, context } = options;
  const style = resolveStyle(entry.style);
  const place = signaturePlace(options);
  const alignment = place?.alignment ?? style.alignment;
  const isPlaced = place !== undefined || CENTRED.has(alignment);
  const edges = isPlaced ? undefined : edgesOf(entry, style, context);
  const indent = edges === undefined ? place?.indent : indentFor(edges, style);
  const page = entry.lines[0]?.page;
  const { specs } = fitEntry(entry.lines, {
    style,
    widths:
      edges === undefined
        ? { first: Infinity, rest: Infinity }
        : widthsOf(edges, page === undefined ? undefined : areaWidth(page)),
    hardLines: entry.hardLines || edges === undefined,
    cut: entry.cut === true,
    context,
  });
  const { before, line, breakBefore } = placement;
  const spacing = {
    ...(before === undefined ? {} : { before }),
    ...(options.after === undefined ? {} : { after: options.after }),
    ...(line === undefined ? {} : { line, lineRule: 'exact' as const }),
  };
  return new Paragraph({
    style: entry.style,
    ...(breakBefore && !style.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(Object.keys(spacing).length === 0 ? {} : { spacing }),
    ...(indent === undefined ? {} : { indent }),
    ...(place?.alignment === undefined ? {} : { alignment: place.alignment }),
    ...(place?.tabs === undefined ? {} : { tabStops: place.tabs.map(leftTab) }),
    children: [...(options.anchored ?? []), ...specs.map((spec) => textRun(spec, style))],
  });
}

function signaturePlace({ entry, date }: ParagraphOptions): SignaturePlace | undefined {
  if (entry.element === 'issuedOn') return placeDate(entry);
  return entry.element === 'issuerSignature' ? placeIssuer(entry, date) : undefined;
}
