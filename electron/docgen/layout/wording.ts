import type { DocumentNumber } from '../../../shared/gongwen/model.ts';

/** 发文字号 (7.2.5), 令号, 期号. */
export function numberText(number: DocumentNumber): string {
  if ('orderNo' in number) return `第${number.orderNo}号`;
  if ('issueNo' in number) return `第${number.issueNo}期`;
  return `${number.issuerCode}〔${number.year}〕${number.serial}号`;
}

/** Names of single organisations are joined by 、; names of groups (各…, or with 、 inside) by ，. */
export function joinOffices(names: readonly string[]): string {
  const groups = names.some((name) => name.includes('、') || name.startsWith('各') || name.includes('，'));
  return names.join(groups ? '，' : '、');
}

/** 主送机关 ends in a full-width colon (7.3.2). */
export function addresseesText(names: readonly string[]): string {
  const joined = joinOffices(names);
  return joined.endsWith('：') ? joined : `${joined}：`;
}

const withStop = (text: string): string => (text.endsWith('。') ? text : `${text}。`);

/** One line per group, each ended by a full stop (7.4.2). */
export const copyToTexts = (groups: readonly (readonly string[])[]): string[] =>
  groups.filter((group) => group.length > 0).map((group) => withStop(group.join('，')));

export const addresseesInImprintText = (names: readonly string[]): string =>
  withStop(joinOffices(names).replace(/：$/u, ''));

/** 附注 stands in round brackets (7.3.6). */
export const annotationText = (text: string): string => (/^（.*）$/su.test(text) ? text : `（${text}）`);

/** Units and names of 出席、请假、列席: a cell between unit and names, groups divided by ；. */
export const attendanceText = (
  groups: readonly { readonly unit?: string | undefined; readonly names: readonly string[] }[],
): string =>
  groups
    .map(({ unit, names }) => [unit ?? '', names.join('、')].filter((part) => part !== '').join('\u3000'))
    .join('；');
