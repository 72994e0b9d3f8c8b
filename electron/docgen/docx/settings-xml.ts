import { element, WORD_NAMESPACE, XML_HEAD } from './xml.ts';

/** Characters that may not start a line (GB/T 15834-2011, 5.1): the same set in every program that opens the file. */
export const NOT_AT_LINE_START =
  '!%),.:;?]}¢°·ˇˉ―‖’”…‰′″℃、。々〃〉》」』】〕〗！＂％＇），．：；？］｀｜｝～￠';

/** Characters that may not end a line. */
export const NOT_AT_LINE_END = '$([{£¥‘“〈《「『【〔〖（．［｛￡￥'.replace('．', '');

/**
 * `word/settings.xml`. `evenAndOddHeaders` makes the left page number of even pages appear at all (D-03);
 * `doNotCompress` leaves punctuation to the layout, which has squeezed it already where it had to.
 */
export const settingsXml = (options: { readonly mirrorMargins: boolean }): string =>
  XML_HEAD +
  element(
    'w:settings',
    { 'xmlns:w': WORD_NAMESPACE },
    [
      element('w:zoom', { 'w:percent': 100 }),
      options.mirrorMargins ? element('w:mirrorMargins') : '',
      element('w:defaultTabStop', { 'w:val': 420 }),
      element('w:evenAndOddHeaders'),
      element('w:drawingGridVerticalSpacing', { 'w:val': 156 }),
      element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
      element('w:noLineBreaksAfter', { 'w:lang': 'zh-CN', 'w:val': NOT_AT_LINE_END }),
      element('w:noLineBreaksBefore', { 'w:lang': 'zh-CN', 'w:val': NOT_AT_LINE_START }),
      element(
        'w:compat',
        {},
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      element('w:decimalSymbol', { 'w:val': '.' }),
      element('w:listSeparator', { 'w:val': ',' }),
    ].join(''),
  );
