import { randomUUID } from 'node:crypto';
import type { PathTokens } from '../features/context.ts';

/** As many as are kept; the oldest goes first. */
const MOST = 1000;

/**
 * Paths known to main, by token: the page never hands a path to main. A path keeps its token, so that what is listed
 * again and again (the scanner's folder) does not push out what a person has chosen.
 */
export class PathTokenStore implements PathTokens {
  readonly #paths = new Map<string, string>();
  readonly #tokens = new Map<string, string>();

  issue(path: string): string {
    const token = this.#tokens.get(path) ?? randomUUID();
    // Put in anew, it is the newest.
    this.#paths.delete(token);
    this.#paths.set(token, path);
    this.#tokens.set(path, token);
    const [oldest] = this.#paths;
    if (this.#paths.size > MOST && oldest !== undefined) {
      this.#paths.delete(oldest[0]);
      this.#tokens.delete(oldest[1]);
    }
    return token;
  }

  find(token: string): string | undefined {
    return this.#paths.get(token);
  }
}
