import { Dialog } from '../ui/Dialog.tsx';

import { useLocation } from '@tanstack/react-router';
import { useActiveHotKeys } from './hot-keys.ts';

interface HelpTopic {
  readonly prefix: string;
  readonly title: string;
  readonly lines: readonly string[];
}

const TOPICS: readonly HelpTopic[] = [
  {
    prefix: '/outgoing/',
    title: '写一件公文',
    lines: [
      '左边按版头、主体、版记填写要素；中间写正文；右边就是打印出来的样子，随写随排。',
      '正文的层次用 Ctrl+1 至 Ctrl+4：一、（一）1.（1）。从 Word、WPS 粘贴时样式会清掉，层次会认出来。',
      '点右边页面上的任何要素，光标就到它的输入处。',
      '内容自动保存，最迟每 5 秒一次。编号之后仍可修改文字，但发文字号不再变动。',
      '本软件只用于非涉密公文，不得录入国家秘密。',
    ],
  },
  {
    prefix: '/outgoing',
    title: '发文列表',
    lines: [
      '按 Ctrl+N 新建；↑↓ 选择，Enter 打开，空格看首页；Delete 放入回收站（要写理由，可以还原）。',
      '已编号的公文不能删除，只能作废，号码留痕。',
      '筛选和排序会记住，下次打开还在。',
    ],
  },
  {
    prefix: '/settings',
    title: '设置',
    lines: [
      '单位名称、机关代字、印发机关决定新公文的默认内容。',
      '编号情况列出每个代字每年用到几号、作废几个、有没有空号。',
      '数据与备份：每天自动备份，也可以随时手动备份、从备份恢复。',
    ],
  },
  {
    prefix: '/desk',
    title: '工作台',
    lines: ['这里列出最近在写的公文、未编号的件数、今年已编的件数和上次备份的时间。'],
  },
];

interface HelpDialogProps {
  readonly view: 'help' | 'keys';
  readonly onClose: () => void;
}

/** F1: help on this screen; ?: the keys that act here. */
export function HelpDialog({ view, onClose }: HelpDialogProps) {
  const path = useLocation({ select: (location) => location.pathname });
  const keys = useActiveHotKeys();
  const topic = TOPICS.find((candidate) => path.startsWith(candidate.prefix));
  const shown = keys.filter((key, index) => keys.findIndex((other) => other.shown === key.shown) === index);
  return (
    <Dialog
      title={view === 'help' ? `帮助：${topic?.title ?? '公文台'}` : '快捷键'}
      onCancel={onClose}
      footer={null}
      width={760}
    >
      {view === 'help' ? (
        <ul className="gwt-help">
          {topic?.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <dl className="gwt-keys" aria-label="快捷键列表">
        {shown.map((key) => (
          <div key={key.shown}>
            <dt>
              <kbd>{key.shown}</kbd>
            </dt>
            <dd>{key.label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
