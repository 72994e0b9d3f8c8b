import { useQuery } from '@tanstack/react-query';
import { BookNumberSection } from '../../settings/BookNumberSection.tsx';
import { incomingNumberSetting, nextIncomingNumber } from '../queries.ts';
import { INCOMING_BOOK } from './incoming-book.ts';

/** How the 收文号 is written, and where this year's book starts. */
export function IncomingNumberSection() {
  const setting = useQuery(incomingNumberSetting()).data;
  const next = useQuery(nextIncomingNumber()).data?.number;
  return <BookNumberSection book={INCOMING_BOOK} setting={setting} next={next} />;
}
