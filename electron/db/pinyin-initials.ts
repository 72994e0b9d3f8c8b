import { pinyin } from 'pinyin-pro';
import { foldText } from '../../shared/domain/fold-text.ts';

/** Pinyin initials of a text, lower case: 关于召开会议的通知 gives gyzkhydtz; digits and letters stay. */
export function initialsOf(text: string): string {
  return pinyin(foldText(text), { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');
}
