import { randomUUID } from 'node:crypto';
import type { PathTokens } from '../features/context.ts';

/** Paths known to main, by token: the page never hands a path to main. Newest thousand only. */
export class PathTokenStore implements PathTokens {
  readonly #paths = new Map<string, string>();

  issue(path: string): string {
    const token = randomUUID();
    this.#paths.set(token, path);
    const oldest = this.#paths.keys().next();
    if (this.#paths.size > 1000 && oldest.done !== true) this.#paths.delete(oldest.value);
    return token;
  }

  find(token: string): string | undefined {
    return this.#paths.get(token);
  }
}
