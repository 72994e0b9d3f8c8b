import { ALTERNATIVES } from './font-names.ts';
import type { RoleFamilies } from './font-names.ts';
import { NORMAL, STYLES } from './style-table.ts';
import type { StyleSpec } from './style-table.ts';
import { mmToTwips, pointsToHalfPoints } from './units.ts';
import { CELL_PADDING_X } from '../layout/table.ts';
import { element, WORD_NAMESPACE, XML_HEAD } from './xml.ts';

/**
 * `word/styles.xml`. Written here and not by the library, because Chinese typesetting hangs on paragraph
 * properties it has no option for (kinsoku, autoSpaceDE, adjustRightInd, snapToGrid) and because its own
 * built-in styles are bold, italic and blue, none of which a 公文 knows.
 */

/** All four slots of one family, so that no character falls to the theme's Latin font (D-01). */
const fontSlots = (family: string): string =>
  element('w:rFonts', {
    'w:ascii': family,
    'w:eastAsia': family,
    'w:hAnsi': family,
    'w:cs': family,
    'w:hint': 'eastAsia',
  });

/** What the styles take from the document. */
export interface Look {
  readonly families: RoleFamilies;
  /** `RRGGBB` of mark and red rules. */
  readonly red: string;
}

const runProperties = (style: StyleSpec, look: Look): string => {
  const halfPoints = style.size === undefined ? undefined : pointsToHalfPoints(style.size);
  const parts = [
    style.role === undefined ? '' : fontSlots(look.families[style.role]),
    style.id === NORMAL.id ? element('w:snapToGrid', { 'w:val': 0 }) : '',
    style.isRed === true ? element('w:color', { 'w:val': look.red }) : '',
    style.spacing === undefined ? '' : element('w:spacing', { 'w:val': style.spacing }),
    halfPoints === undefined ? '' : element('w:sz', { 'w:val': halfPoints }),
    halfPoints === undefined ? '' : element('w:szCs', { 'w:val': halfPoints }),
    style.id === NORMAL.id
      ? element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })
      : '',
  ].join('');
  return parts === '' ? '' : element('w:rPr', {}, parts);
};

/** Line-breaking rules of every paragraph: 避头尾 on, nothing that moves characters by itself. */
const BREAKING = {
  before: element('w:widowControl', { 'w:val': 0 }),
  after: [
    element('w:kinsoku'),
    element('w:overflowPunct', { 'w:val': 0 }),
    element('w:autoSpaceDE', { 'w:val': 0 }),
    element('w:autoSpaceDN', { 'w:val': 0 }),
    element('w:adjustRightInd', { 'w:val': 0 }),
    element('w:snapToGrid', { 'w:val': 0 }),
  ].join(''),
} as const;

const paragraphProperties = (style: StyleSpec): string => {
  const base = style.id === NORMAL.id;
  const line = style.autoLine === true ? 240 : style.line;
  const spacing =
    line === undefined && style.before === undefined && style.after === undefined
      ? ''
      : element('w:spacing', {
          'w:before': style.before ?? (base ? 0 : undefined),
          'w:after': style.after ?? (base ? 0 : undefined),
          'w:line': line,
          'w:lineRule': line === undefined ? undefined : style.autoLine === true ? 'auto' : 'exact',
        });
  const indent =
    style.indent === undefined
      ? ''
      : element('w:ind', {
          'w:left': style.indent.left ?? 0,
          'w:right': style.indent.right,
          'w:hanging': style.indent.hanging,
          'w:firstLine': style.indent.firstLine,
        });
  const parts = [
    style.keepNext === true ? element('w:keepNext') : '',
    style.pageBreakBefore === true ? element('w:pageBreakBefore') : '',
    base ? BREAKING.before : '',
    base ? BREAKING.after : '',
    spacing,
    indent,
    style.alignment === undefined ? '' : element('w:jc', { 'w:val': style.alignment }),
    style.outlineLevel === undefined ? '' : element('w:outlineLvl', { 'w:val': style.outlineLevel }),
  ].join('');
  return parts === '' ? '' : element('w:pPr', {}, parts);
};

const styleXml = (style: StyleSpec, look: Look, isDefault = false): string =>
  element(
    'w:style',
    {
      'w:type': style.type,
      'w:default': isDefault ? 1 : undefined,
      'w:customStyle': isDefault ? undefined : 1,
      'w:styleId': style.id,
    },
    [
      element('w:name', { 'w:val': style.name }),
      style.basedOn === undefined ? '' : element('w:basedOn', { 'w:val': style.basedOn }),
      style.next === undefined ? '' : element('w:next', { 'w:val': style.next }),
      style.type === 'table' ? '' : element('w:qFormat'),
      paragraphProperties(style),
      runProperties(style, look),
      style.type === 'table' ? TABLE_PROPERTIES : '',
    ].join(''),
  );

/** A quarter of a millimetre. */
const BORDER_EIGHTHS = 6;

const cellMargin = (name: string, width: number): string =>
  element(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' });

/** White left and right in a cell, twips; above and below the row's height gives it. */
const cellMargins = (sides: number): string =>
  element(
    'w:tblCellMar',
    {},
    cellMargin('top', 0) + cellMargin('left', sides) + cellMargin('bottom', 0) + cellMargin('right', sides),
  );

const side = (name: string): string =>
  element(`w:${name}`, { 'w:val': 'single', 'w:sz': BORDER_EIGHTHS, 'w:space': 0, 'w:color': '000000' });

const TABLE_PROPERTIES = element(
  'w:tblPr',
  {},
  element('w:tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')) +
    cellMargins(mmToTwips(CELL_PADDING_X)),
);

const BUILT_IN = [
  element(
    'w:style',
    { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
    element('w:name', { 'w:val': 'Default Paragraph Font' }) + element('w:semiHidden'),
  ),
  element(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    element('w:name', { 'w:val': 'Normal Table' }) +
      element('w:semiHidden') +
      element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }) + cellMargins(0)),
  ),
].join('');

/** The whole styles part. */
export const stylesXml = (look: Look): string => {
  const defaults = element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, runProperties(NORMAL, look)) + element('w:pPrDefault'),
  );
  const body = [styleXml(NORMAL, look, true), BUILT_IN, ...STYLES.map((one) => styleXml(one, look))];
  return XML_HEAD + element('w:styles', { 'xmlns:w': WORD_NAMESPACE }, defaults + body.join(''));
};

/** `word/fontTable.xml`: what Word may take for a family that is not installed. */
export const fontTableXml = (families: RoleFamilies): string => {
  const names = [...new Set(Object.values(families))];
  const fonts = names.map((name) => {
    const alternative = ALTERNATIVES[name];
    return element(
      'w:font',
      { 'w:name': name },
      (alternative === undefined ? '' : element('w:altName', { 'w:val': alternative })) +
        element('w:charset', { 'w:val': '86' }) +
        element('w:family', { 'w:val': 'auto' }) +
        element('w:pitch', { 'w:val': 'variable' }),
    );
  });
  return XML_HEAD + element('w:fonts', { 'xmlns:w': WORD_NAMESPACE }, fonts.join(''));
};
