import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { element, textElement, XML_HEAD } from './xml.ts';

const CORE_NAMESPACES = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** Without a 成文日期 the properties still need a date that does not change from one export to the next. */
const NO_DATE = '1980-01-01';

/**
 * `docProps/core.xml`. The date is the 成文日期 and never the clock, so that a second export gives the
 * same bytes.
 */
export function coreXml(document: Gongwen): string {
  const date = `${document.issuedOn ?? NO_DATE}T00:00:00Z`;
  const creator = document.issuers.join('、');
  const dateType = { 'xsi:type': 'dcterms:W3CDTF' };
  return (
    XML_HEAD +
    element(
      'cp:coreProperties',
      CORE_NAMESPACES,
      [
        textElement('dc:title', document.title.replaceAll('\n', '')),
        textElement('dc:subject', document.genre),
        textElement('dc:creator', creator),
        textElement('cp:category', '公文'),
        textElement('cp:lastModifiedBy', creator),
        textElement('dcterms:created', date, dateType),
        textElement('dcterms:modified', date, dateType),
        textElement('dc:language', 'zh-CN'),
      ].join(''),
    )
  );
}

/** `docProps/app.xml`: the program and, as the company, the office. */
export const appXml = ({ issuers }: Gongwen): string =>
  XML_HEAD +
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    textElement('Application', '公文台') + textElement('Company', issuers.join('、')),
  );
