import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { messageOf } from '../../../app/api.ts';
import { writeViewState } from '../../../app/view-state.ts';
import { SELECTED_MATTER } from '../list/list-search.ts';
import { matterGet } from '../queries.ts';
import { MatterPage } from './MatterPage.tsx';

const route = getRouteApi('/matter/$id');

/** One 承办件, from the order to its close. */
export function MatterItemScreen() {
  const { id } = route.useParams();
  const item = useQuery(matterGet(id));
  // Back in the list, the item that was open is the selected one.
  useEffect(() => writeViewState(SELECTED_MATTER, id), [id]);
  if (item.data !== undefined) return <MatterPage key={id} item={item.data} />;
  if (item.error === null) return null;
  return (
    <div className="gwt-notice" role="alert">
      <h1>打不开这件承办件</h1>
      <p>{messageOf(item.error)}</p>
      <p>
        <Link to="/matter">回到承办列表</Link>
      </p>
    </div>
  );
}
