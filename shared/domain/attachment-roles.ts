/** What a file is within its item, in the order shown (归档 puts 正文 before 附件 and 正本 before 定稿). */
export const ATTACHMENT_ROLES = ['main', 'annex', 'final', 'scan', 'instruction', 'form', 'other'] as const;
export type AttachmentRole = (typeof ATTACHMENT_ROLES)[number];

export const ATTACHMENT_ROLE_NAMES: Readonly<Record<AttachmentRole, string>> = {
  main: '正文',
  annex: '附件',
  final: '定稿',
  scan: '扫描件',
  instruction: '批示',
  form: '处理单',
  other: '其他',
};

/** What names say by themselves; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, AttachmentRole])[] = [
  [/附件\s*[0-9一二三四五六七八九十]*|附表|附录/u, 'annex'],
  [/定稿|签发稿/u, 'final'],
  [/批示|批件|领导签/u, 'instruction'],
  [/处理单|阅办单|稿纸|传阅单/u, 'form'],
  [/^(?:scan|img|doc)[-_ ]?\d|扫描/iu, 'scan'],
];

/**
 * The role proposed for a new file: by its name; else 正文 for the first file of the item, 附件 for the others.
 * @param hasMain the item has a 正文 or a scan already
 */
export function proposeRole(name: string, hasMain: boolean): AttachmentRole {
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  return named?.[1] ?? (hasMain ? 'annex' : 'main');
}
