/**
 * How people type a number of the form 代字〔年〕序号号 when they look for it: 2026-38, 2026年38号, 38号, with and without
 * leading zeros. Parted by blanks; empty for texts of another form.
 */
export function numberVariants(number: string): string {
  const match = /^(.*?)[〔[（(【](\d{4})[〕\]）)】](0*)(\d+)号?$/u.exec(number.normalize('NFC').trim());
  if (match === null) return '';
  const [, code = '', year = '', zeros = '', serial = ''] = match;
  return [
    `${code}[${year}]${serial}号`,
    `${code}${year}-${serial}`,
    ...(zeros === '' ? [] : [`${code}${year}-${zeros}${serial}`]),
    `${code}${year}年${serial}号`,
    `${code}${year}${serial}号`,
    `${code}${serial}号`,
  ].join(' ');
}
