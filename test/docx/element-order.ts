import { elements } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Order of children in the sequences of ECMA-376 part 1 (WordprocessingML), from clauses 17.2 to 17.15.
 * Word repairs or refuses a file that breaks it, LibreOffice drops what comes too late (D-04).
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': [
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs',
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi',
    'adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection',
    'textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ],
  'w:rPr': [
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid',
    'vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl',
    'cs em lang eastAsianLayout specVanish oMath',
  ],
  'w:sectPr': [
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType',
    'pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ],
  'w:tblPr': [
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing',
    'tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ],
  'w:tblBorders': ['top left start bottom right end insideH insideV'],
  'w:tblCellMar': ['top left start bottom right end'],
  'w:tcPr': [
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  ],
  'w:tbl': ['bookmarkStart bookmarkEnd tblPr tblGrid tr'],
  'w:tr': ['tblPrEx trPr tc'],
  'w:p': ['pPr r hyperlink fldSimple'],
  'w:style': [
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked',
    'personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ],
  'w:styles': ['docDefaults latentStyles style'],
  'w:docDefaults': ['rPrDefault pPrDefault'],
  'w:settings': [
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries',
    'displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts',
    'embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader',
    'bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState',
    'formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge',
    'revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride',
    'styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone',
    'doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders',
    'bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing',
    'drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery',
    'doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData',
    'noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter',
    'noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent',
    'alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt',
    'showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids',
    'mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures',
    'forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags',
    'decimalSymbol listSeparator',
  ],
  'w:font': ['altName panose1 charset family notTrueType pitch sig embedRegular'],
  'wp:anchor': [
    'simplePos positionH positionV extent effectExtent wrapNone wrapSquare wrapTight wrapThrough wrapTopAndBottom',
    'docPr cNvGraphicFramePr graphic',
  ],
  'wps:wsp': ['cNvPr cNvSpPr cNvCnPr spPr style extLst txbx linkedTxbx bodyPr'],
};

const ORDER = new Map(
  Object.entries(SEQUENCES).map(([name, lists]) => [name, lists.flatMap((list) => list.split(' '))]),
);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Every place where a child is unknown to the sequence, comes too late, or comes twice where one is allowed. */
export function orderFaults(root: XmlElement): string[] {
  const faults: string[] = [];
  for (const element of elements(root)) {
    const order = ORDER.get(element.name);
    if (order === undefined) continue;
    let last = -1;
    for (const { name } of element.children) {
      const at = order.indexOf(localName(name));
      if (at < 0) faults.push(`${name} in ${element.name}`);
      else if (at < last) faults.push(`${name} too late in ${element.name}`);
      last = Math.max(last, at);
    }
  }
  return faults;
}

/** Properties that may stand once only. */
const ONCE = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:tcPr', 'w:settings']);

export const repeated = (root: XmlElement): string[] =>
  [...elements(root)]
    .filter(({ name }) => ONCE.has(name))
    .flatMap(({ name, children }) => {
      const names = children.map((one) => one.name);
      return names
        .filter((one, index) => names.indexOf(one) !== index)
        .map((one) => `${one} twice in ${name}`);
    });
