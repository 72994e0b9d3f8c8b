import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api, messageOf } from '../../../app/api.ts';
import { procedureQuery } from '../../../app/query.ts';
import { newBlank } from './new-blank.ts';
import { fillUp, valuesOf } from './registration.ts';
import { RegisterForm } from './RegisterForm.tsx';
import type { Registered } from './RegisterForm.tsx';

const route = getRouteApi('/incoming/new');

/** 登记收文: a blank, or one that starts from another paper. */
export function RegisterScreen() {
  const { copy, again } = route.useSearch();
  const [last, setLast] = useState<Registered | null>(null);
  const copied = useQuery({
    ...procedureQuery('incoming.copy', api.incoming.copy, { id: copy ?? '' }),
    enabled: copy !== undefined,
    // A copy is what a form starts with, not a view of the paper it came from.
    staleTime: 0,
    gcTime: 0,
  });
  if (copy === undefined) {
    return (
      <RegisterForm key="new" draftKey="incoming.draft" initial={newBlank()} last={last} onDone={setLast} />
    );
  }
  if (copied.error !== null) {
    return (
      <p role="alert" className="gwt-fault">
        {messageOf(copied.error)}
      </p>
    );
  }
  if (copied.data === undefined || copied.isFetching) return null;
  const blank = newBlank();
  const filled = copied.data === null ? blank : fillUp(blank, blank, valuesOf(copied.data));
  return (
    <RegisterForm
      key={copy}
      // A copy keeps its draft apart: a blank half filled in before is still there afterwards.
      draftKey={`incoming.draft.${copy}`}
      initial={filled}
      copied
      resubmissionOf={again ? copy : undefined}
      last={last}
      onDone={setLast}
    />
  );
}
