import { z } from 'zod';
import type { Template } from '../../../shared/features/templates.ts';
import type { Genre } from '../../../shared/gongwen/model.ts';
import { templateFits } from '../../../shared/gongwen/template.ts';
import { readViewState, writeViewState } from '../../app/view-state.ts';

/** The template of last time, kept on this computer. Empty: the person chose to work without one. */
const KEY = 'templates.lastUsed';

export function rememberTemplate(id: string): void {
  writeViewState(KEY, id);
}

/** Templates in use that documents of a 文种 can have. */
export function usableTemplates(all: readonly Template[], genre: Genre): Template[] {
  return all.filter(({ voidReason, content }) => voidReason === null && templateFits(genre, content));
}

/** The template proposed: the one of last time, or the only one there is; undefined: none. */
export function proposedTemplate(usable: readonly Template[]): Template | undefined {
  const last = readViewState(KEY, z.string());
  if (last === '') return undefined;
  return usable.find(({ id }) => id === last) ?? (usable.length === 1 ? usable[0] : undefined);
}
