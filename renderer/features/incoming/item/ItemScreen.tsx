import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { messageOf } from '../../../app/api.ts';
import { writeViewState } from '../../../app/view-state.ts';
import { SELECTED_INCOMING } from '../list/list-search.ts';
import { incomingGet } from '../queries.ts';
import { ItemPage } from './ItemPage.tsx';

const route = getRouteApi('/incoming/$id');

/** One 收文, handled from 签收 to 归档. */
export function ItemScreen() {
  const { id } = route.useParams();
  const item = useQuery(incomingGet(id));
  // Back in the list, the item that was open is the selected one.
  useEffect(() => writeViewState(SELECTED_INCOMING, id), [id]);
  if (item.data !== undefined) return <ItemPage key={id} item={item.data} />;
  if (item.error === null) return null;
  return (
    <div className="gwt-notice" role="alert">
      <h1>打不开这件收文</h1>
      <p>{messageOf(item.error)}</p>
      <p>
        <Link to="/incoming">回到收文列表</Link>
      </p>
    </div>
  );
}
