import { useEffect, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FindInput } from './queries.ts';
import { searchFind } from './queries.ts';

/** A person types on within this time; a search before that would only be thrown away. */
const ASK_AFTER_MS = 90;

/** The text a moment after the last key. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Hits of a question; those of the one before stay in sight while it is being answered. */
export function useFind(input: FindInput) {
  const enabled = input.text.trim() !== '';
  const answer = useQuery({ ...searchFind(input), enabled, placeholderData: keepPreviousData });
  return {
    groups: enabled ? (answer.data?.groups ?? []) : [],
    /** The hits belong to this very question. */
    current: enabled && answer.isSuccess && !answer.isPlaceholderData,
    error: answer.error,
  };
}
