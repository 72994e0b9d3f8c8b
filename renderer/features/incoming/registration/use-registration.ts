import { useState } from 'react';
import type { RefObject } from 'react';
import { AppError } from '../../../../shared/ipc/errors.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import type { IncomingDraft } from '../../../../shared/features/incoming-items.ts';
import { messageOf } from '../../../app/api.ts';
import { focusField } from './form-focus.ts';
import { guessGenre } from './genres.ts';
import { check, numberProposal, oneLine, registrationSchema, secretFaults } from './registration.ts';
import type { Faults, Receipt, Registration, RegistrationKey } from './registration.ts';
import { useDuplicates } from './use-duplicates.ts';

interface RegistrationOptions {
  readonly values: Registration;
  readonly setValues: (change: (old: Registration) => Registration) => void;
  readonly form: RefObject<HTMLElement | null>;
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** The paper that is being corrected, or that has come again: no duplicate to be warned of. */
  readonly knownId?: string | undefined;
}

/** Writes the checked paper into the book. @throws AppError */
export type Send = (draft: IncomingDraft, receipt: Receipt) => Promise<void>;

/** One paper on the table: what is typed, what is wrong with it, and the way into the book. */
export function useRegistration(options: RegistrationOptions) {
  const { values, setValues, form, calendar, today } = options;
  const [ownFaults, setFaults] = useState<Faults>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [numberBefore, setNumberBefore] = useState<string | null>(null);
  const [genreGuessed, setGenreGuessed] = useState(false);
  const [genreTouched, setGenreTouched] = useState(false);
  const [asking, setAsking] = useState<Send | null>(null);
  const duplicates = useDuplicates(options.knownId);
  // A mark of a state secret is said at once, not only when it is to be saved.
  const faults: Faults = { ...ownFaults, ...secretFaults(values) };

  const change = (part: Partial<Registration>): void => {
    const keys = registrationSchema.keyof().options.filter((key) => key in part);
    if (keys.includes('documentNumber')) setNumberBefore(null);
    if (keys.includes('genre')) {
      setGenreGuessed(false);
      setGenreTouched(true);
    }
    setFailure(null);
    setFaults((old) =>
      Object.fromEntries(Object.entries(old).filter(([key]) => !keys.some((one) => one === key))),
    );
    setValues((old) => ({ ...old, ...part }));
  };

  // What the person chose or emptied is not guessed again.
  const mayGuess = genreGuessed || (values.genre === '' && !genreTouched);

  const leave = (field: RegistrationKey): void => {
    if (field === 'documentNumber') {
      const proposed = numberProposal(values.documentNumber);
      if (proposed !== null) {
        setNumberBefore(values.documentNumber.trim());
        setValues((old) => ({ ...old, documentNumber: proposed }));
      }
    }
    if (field === 'title' && mayGuess) {
      const genre = guessGenre(values.title);
      setGenreGuessed(genre !== '');
      if (genre !== values.genre) setValues((old) => ({ ...old, genre }));
    }
    if ((field === 'documentNumber' || field === 'title') && Object.keys(secretFaults(values)).length === 0) {
      void duplicates.ask({ ...values, title: oneLine(values.title) });
    }
  };

  const showFaults = (found: Faults): void => {
    setFaults(found);
    const first = registrationSchema.keyof().options.find((key) => found[key] !== undefined);
    // After the faults have been drawn, and the fold has opened for one inside it.
    if (first !== undefined) setTimeout(() => focusField(form.current, first), 0);
  };

  const send = async (into: Send, anyway: boolean, merged?: Registration): Promise<void> => {
    if (busy) return;
    const genre = mayGuess ? guessGenre(values.title) : values.genre;
    const checked = check(merged ?? { ...values, genre }, calendar, Date.now(), today);
    if (!checked.ok) {
      showFaults(checked.faults);
      return;
    }
    setBusy(true);
    try {
      if (!anyway && (await duplicates.ask({ ...values, title: checked.draft.title })).length > 0) {
        setAsking(() => into);
        return;
      }
      await into(checked.draft, checked.receipt);
      setFaults({});
    } catch (error) {
      setFailure(messageOf(error));
      if (error instanceof AppError && error.fields !== undefined) {
        showFaults(
          Object.fromEntries(
            Object.entries(error.fields).flatMap(([path, fault]) => {
              const key = registrationSchema.keyof().safeParse(path.split('.').at(-1)).data;
              return key === undefined ? [] : [[key, fault]];
            }),
          ),
        );
      }
    } finally {
      setBusy(false);
    }
  };

  return {
    faults,
    failure,
    busy,
    numberBefore,
    genreGuessed,
    duplicates: duplicates.found,
    /** The question whether it is the same paper is open. */
    asking: asking !== null,
    change,
    leave,
    save: (into: Send) => void send(into, false),
    saveAnyway: () => {
      const into = asking;
      setAsking(null);
      if (into !== null) void send(into, true);
    },
    /** Puts what was chosen out of two versions into the form and saves it. */
    saveMerged: (merged: Registration, into: Send) => {
      setValues(() => merged);
      void send(into, true, merged);
    },
    stopAsking: () => setAsking(null),
    /** A new paper lies on the table. */
    reset: () => {
      setFaults({});
      setFailure(null);
      setNumberBefore(null);
      setGenreGuessed(false);
      setGenreTouched(false);
      duplicates.forget();
    },
  };
}
