import { useEffect, useRef, useState } from 'react';

export interface NameChoice {
  readonly id: string;
  readonly name: string;
  /** Department and post of a person; empty for units. */
  readonly note: string;
}

interface CompletionOptions {
  readonly complete: (text: string) => Promise<readonly NameChoice[]>;
  readonly onlyKnown: boolean;
  readonly take: (choice: NameChoice) => void;
  /** Enter was pressed before the answer came, and there is no proposal. */
  readonly missed: (text: string) => void;
}

interface Shown {
  readonly choices: readonly NameChoice[];
  /** -1: none stands ready. */
  readonly active: number;
}

const NOTHING: Shown = { choices: [], active: -1 };
/** Latin letters are typed for their pinyin only: names of Chinese units hardly hold any. */
const INITIALS = /^[a-z]+$/iu;

/** The list under a name box: what was asked last counts, and Enter pressed before the answer waits for it. */
export function useCompletion({ complete, onlyKnown, take, missed }: CompletionOptions) {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const asked = useRef(0);
  const waiting = useRef(false);
  const takeWhenHere = useRef(false);
  useEffect(
    () => () => {
      // What arrives after the box is gone has no place to go.
      asked.current = -1;
    },
    [],
  );

  const close = (): void => {
    asked.current += 1;
    waiting.current = false;
    takeWhenHere.current = false;
    setShown(NOTHING);
  };
  const stands = (text: string): boolean => (onlyKnown && text.trim() !== '') || INITIALS.test(text.trim());

  const show = async (text: string, evenEmpty: boolean): Promise<void> => {
    if (text.trim() === '' && !evenEmpty) {
      close();
      return;
    }
    asked.current += 1;
    const mine = asked.current;
    waiting.current = true;
    takeWhenHere.current = false;
    // Without proposals the person goes on typing; the failure is in the log of the main process.
    const found = await complete(text).catch(() => []);
    if (mine !== asked.current) return;
    waiting.current = false;
    const choices = found.length === 1 && found[0]?.name === text && !onlyKnown ? [] : found;
    const first = choices[0];
    if (takeWhenHere.current) {
      close();
      if (first === undefined) missed(text);
      else take(first);
      return;
    }
    setShown({ choices, active: evenEmpty || stands(text) ? 0 : -1 });
  };

  const takeAt = (index: number): void => {
    const choice = shown.choices[index];
    close();
    if (choice !== undefined) take(choice);
  };

  const move = (by: number): void => {
    const count = shown.choices.length;
    const from = shown.active === -1 && by < 0 ? 0 : shown.active;
    setShown({ choices: shown.choices, active: (from + by + count) % count });
  };

  /** True when the list has used the key. */
  const onKey = (key: string, text: string): boolean => {
    const open = shown.choices.length > 0;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (open) move(key === 'ArrowDown' ? 1 : -1);
      else if (key === 'ArrowDown') void show(text, true);
      return open || key === 'ArrowDown';
    }
    if (key === 'Escape' && open) {
      close();
      return true;
    }
    if (key !== 'Enter') return false;
    if (open && shown.active >= 0 && !waiting.current) {
      takeAt(shown.active);
      return true;
    }
    if (waiting.current && stands(text)) {
      takeWhenHere.current = true;
      return true;
    }
    close();
    return false;
  };

  return {
    open: shown.choices.length > 0,
    choices: shown.choices,
    active: shown.active,
    ask: (text: string) => void show(text, false),
    close,
    takeAt,
    onKey,
  };
}
