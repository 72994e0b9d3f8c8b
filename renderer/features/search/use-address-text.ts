import { useEffect, useEffectEvent, useState } from 'react';

/** A person types on within this time. */
const SETTLED_AFTER_MS = 90;

/**
 * A text that is typed here and stands in the address a moment later. What comes into the address from elsewhere
 * takes its place; what was typed meanwhile stays when only an older state of it arrives there.
 */
export function useAddressText(
  inAddress: string | undefined,
  onSettled: (text: string | undefined) => void,
): [text: string, type: (text: string) => void] {
  const arrived = inAddress ?? '';
  const [text, setText] = useState(arrived);
  const [sent, setSent] = useState(arrived);
  const [seen, setSeen] = useState(arrived);
  if (arrived !== seen) {
    setSeen(arrived);
    if (arrived !== sent) {
      setSent(arrived);
      setText(arrived);
    }
  }
  const settle = useEffectEvent((typed: string) => {
    if (typed === sent) return;
    setSent(typed);
    onSettled(typed === '' ? undefined : typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => settle(text), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, setText];
}
