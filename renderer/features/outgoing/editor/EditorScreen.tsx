import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { messageOf } from '../../../app/api.ts';
import { writeViewState } from '../../../app/view-state.ts';
import { SELECTED_ITEM } from '../list-search.ts';
import { outgoingGet } from '../queries.ts';
import { Editor } from './Editor.tsx';

const route = getRouteApi('/outgoing/$id');

/** One 公文: its elements, its text, its pages. */
export function EditorScreen() {
  const { id } = route.useParams();
  const item = useQuery(outgoingGet(id));
  // Back in the list, the item that was open is the selected one.
  useEffect(() => writeViewState(SELECTED_ITEM, id), [id]);
  if (item.data !== undefined) return <Editor key={id} initial={item.data} />;
  if (item.error === null) return null;
  return (
    <div className="gwt-notice" role="alert">
      <h1>打不开这件公文</h1>
      <p>{messageOf(item.error)}</p>
      <p>
        <Link to="/outgoing">回到发文列表</Link>
      </p>
    </div>
  );
}
