import type { RegisterEntry, RegisterSheet } from '../../../shared/domain/forms/sheet.ts';
import type { PageWindow } from '../../../shared/features/document.ts';
import type { LaidOut } from '../../../shared/gongwen/pages.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { RegisterPages } from './register-pages.ts';
import { drawFormPages, pagesPdf } from './render-forms.ts';
import type { FormPage, PagePurpose } from './render-forms.ts';
import { registerStructure } from './structure.ts';

interface Kept {
  readonly sheet: RegisterSheet;
  readonly pages: RegisterPages;
  laidOut: LaidOut | undefined;
}

/** A year's book takes some tens of MB; only the newest are kept. */
const MOST_KEPT = 2;

/** Registers being laid out or looked at, by the name their caller gave them. */
export class RegisterStore {
  readonly #fonts: FontSet;
  readonly #kept = new Map<string, Kept>();

  constructor(fonts: FontSet) {
    this.#fonts = fonts;
  }

  /** Further entries; the first ones begin the register. @returns pages so far */
  add(job: string, sheet: RegisterSheet, entries: readonly RegisterEntry[]): number {
    const kept = this.#kept.get(job) ?? this.#begin(job, sheet);
    kept.pages.add(entries);
    return kept.pages.pages;
  }

  /** @returns number of its pages; null when it is not here any more */
  finish(job: string): number | null {
    return this.#finished(job)?.laidOut.pages.length ?? null;
  }

  draw(job: string, { from, to }: PageWindow, purpose: PagePurpose): readonly FormPage[] | null {
    const found = this.#finished(job);
    if (found === undefined) return null;
    return drawFormPages(found.laidOut.pages.slice(from - 1, to), this.#fonts, purpose);
  }

  async pdf(job: string, createdAt: Date): Promise<Uint8Array | null> {
    const found = this.#finished(job);
    if (found === undefined) return null;
    const { sheet, laidOut, pages } = found;
    return pagesPdf(laidOut, this.#fonts, {
      title: sheet.officeName + sheet.name,
      author: sheet.officeName,
      createdAt,
      structure: registerStructure(pages.entries),
    });
  }

  drop(job: string): void {
    this.#kept.delete(job);
  }

  #begin(job: string, sheet: RegisterSheet): Kept {
    const kept = { sheet, pages: new RegisterPages(sheet, this.#fonts), laidOut: undefined };
    this.#kept.set(job, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  #finished(job: string): (Kept & { readonly laidOut: LaidOut }) | undefined {
    const kept = this.#kept.get(job);
    if (kept === undefined) return undefined;
    kept.laidOut ??= kept.pages.finish();
    return { ...kept, laidOut: kept.laidOut };
  }
}
