import { Dialog } from '../../../ui/Dialog.tsx';
import { Timeline } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { messageOf } from '../../../app/api.ts';
import { momentOf } from '../../../app/format.ts';
import { outgoingHistory } from '../queries.ts';

/** One line of time: who, when, what. */
export function HistoryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const history = useQuery(outgoingHistory(id));
  return (
    <Dialog title="历史" onCancel={onClose} footer={null} width={520}>
      {history.error === null ? null : <p role="alert">{messageOf(history.error)}</p>}
      <div className="gwt-history">
        <Timeline
          items={(history.data ?? []).map((event, index) => ({
            key: index,
            content: (
              <div className="gwt-event">
                <span className="gwt-soft gwt-nowrap">{momentOf(event.at)}</span>
                <span className="gwt-nowrap">{event.actorName}</span>
                <span>{event.summary}</span>
              </div>
            ),
          }))}
        />
      </div>
    </Dialog>
  );
}
