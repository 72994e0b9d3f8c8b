import { INCOMING_FLOW } from '../../../shared/domain/flow-incoming.ts';
import { undoOf } from '../handling/undo.ts';
import { readIncoming, updateIncoming } from './store.ts';

const registered = INCOMING_FLOW.find(({ action }) => action === 'register')?.undo;

/** Taking the last step on a 收文 back. */
export const { beforeStep, recordStep, withEditStep, offered, undoLast } = undoOf({
  kind: 'incoming',
  name: '收文',
  flow: INCOMING_FLOW,
  lasting: {
    'incoming.link': '上一步是建立关联。不要的关联请在“关联”中取消。',
    'incoming.register': typeof registered === 'string' ? registered : undefined,
  },
  read: readIncoming,
  update: updateIncoming,
});
