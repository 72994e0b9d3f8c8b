import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { messageOf } from '../../app/api.ts';
import { ImportStart } from './ImportStart.tsx';
import { ImportWork } from './ImportWork.tsx';
import { importState } from './queries.ts';
import './exchange.css';
import './import.css';

const route = getRouteApi('/incoming/import');

/** 导入台账: choose, look at every row, put in; and the imports made before. */
export function ImportScreen() {
  const { id } = route.useSearch();
  return id === undefined ? <ImportStart forgotten={false} /> : <OpenImport key={id} id={id} />;
}

function OpenImport({ id }: { readonly id: string }) {
  const state = useQuery(importState(id));
  const [seen, setSeen] = useState(false);
  if (!seen && state.data != null) setSeen(true);
  if (state.error !== null) {
    return (
      <p role="alert" className="gwt-fault">
        {messageOf(state.error)}
      </p>
    );
  }
  if (state.data === undefined) return null;
  if (state.data !== null) return <ImportWork state={state.data} />;
  // Put in or given up just now: the screen is about to go elsewhere.
  return seen ? null : <ImportStart forgotten />;
}
