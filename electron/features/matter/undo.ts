import { MATTER_CREATION_LASTS, MATTER_FLOW } from '../../../shared/domain/flow-matter.ts';
import { undoOf } from '../handling/undo.ts';
import { readMatter, updateMatter } from './store.ts';

/** Taking the last step on a 承办件 back. */
export const { beforeStep, recordStep, withEditStep, offered, undoLast } = undoOf({
  kind: 'matter',
  name: '承办件',
  flow: MATTER_FLOW,
  lasting: {
    'matter.link': '上一步是建立关联。不要的关联请在“关联”中取消。',
    'matter.create': MATTER_CREATION_LASTS,
    'matter.createFrom': MATTER_CREATION_LASTS,
  },
  read: readMatter,
  update: updateMatter,
});
