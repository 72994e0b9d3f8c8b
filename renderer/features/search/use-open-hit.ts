import { useNavigate } from '@tanstack/react-router';
import type { SearchHit, SearchKind } from '../../../shared/features/search.ts';

type Target = Pick<SearchHit, 'kind' | 'id'> & { readonly name: string };

/** Opens what was found where it is worked on. */
export function useOpenHit(): (target: Target) => void {
  const navigate = useNavigate();
  const places: Readonly<Record<SearchKind, (target: Target) => unknown>> = {
    incoming: ({ id }) => navigate({ to: '/incoming/$id', params: { id } }),
    outgoing: ({ id }) => navigate({ to: '/outgoing/$id', params: { id } }),
    matter: ({ id }) => navigate({ to: '/matter/$id', params: { id } }),
    person: () => navigate({ to: '/settings', search: { section: 'people' } }),
    department: () => navigate({ to: '/settings', search: { section: 'people' } }),
    // What a unit has sent is what one looks a unit up for.
    correspondent: ({ id, name }) => navigate({ to: '/incoming', search: { senderId: id, sender: name } }),
  };
  return (target) => void places[target.kind](target);
}

/** The text of a hit's title. */
export const titleOf = (hit: Pick<SearchHit, 'title'>): string => hit.title.map(({ text }) => text).join('');
