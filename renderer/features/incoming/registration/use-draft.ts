import { useEffect, useState } from 'react';
import { readViewState, writeViewState } from '../../../app/view-state.ts';
import { isTouched, registrationSchema, secretFaults } from './registration.ts';
import type { Registration } from './registration.ts';

const storedSchema = registrationSchema.nullable();

/** What was typed and not registered yet, if anything. */
export function readDraft(key: string): Registration | null {
  return readViewState(key, storedSchema) ?? null;
}

/**
 * The form's values, kept on the disk while they are typed (a moment after each key), so that a crash or a way
 * elsewhere loses nothing. Words with a mark of a state secret are never written.
 */
export function useDraft(key: string, initial: Registration) {
  const [start, setStart] = useState(initial);
  const [restored] = useState(() => readDraft(key));
  const [values, setValues] = useState(restored ?? initial);
  const touched = isTouched(values, start);
  const secret = Object.keys(secretFaults(values)).length > 0;
  useEffect(() => {
    writeViewState(key, touched && !secret ? values : null);
  }, [key, values, touched, secret]);
  return {
    values,
    setValues,
    start,
    touched,
    secret,
    wasRestored: restored !== null,
    /** A new blank. */
    begin: (blank: Registration): void => {
      setStart(blank);
      setValues(blank);
    },
  };
}
