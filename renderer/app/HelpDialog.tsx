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
      '内容自动保存，最迟每 5 秒一次。',
      'F4 换到流程：送审、会签、签发、复核、编号、送印、用印、分发、办结、归档，按前面的数字办下一步；Ctrl+Shift+Enter 直接办下一步。',
      '在纸上审签的单位用“补记纸面审签”，一步到待编号。复核之后才能编号；复核之后只能改版式，要改内容先退回复核、退签发人复审。',
      '每次送审、退回都留一稿，在流程里按 V 逐字比较；没有别的改动之前，Ctrl+Z 可以撤销上一步。',
      '本软件只用于非涉密公文，不得录入国家秘密。',
    ],
  },
  {
    prefix: '/outgoing',
    title: '发文列表',
    lines: [
      '按 Ctrl+N 新建；↑↓ 选择，Enter 打开，空格看首页；Delete 放入回收站（要写理由，可以还原）。',
      '上面按办到哪一步分组，数字是各有几件。用印登记簿、发号情况在右上角。',
      '已编号的公文不能删除，只能作废，号码留痕。',
      '筛选和排序会记住，下次打开还在。',
    ],
  },
  {
    prefix: '/incoming/new',
    title: '登记收文',
    lines: [
      'Enter 到下一项，Shift+Enter 回上一项；Ctrl+S 登记并录下一件，Ctrl+Enter 登记并打开。输入法选字时按 Enter 不会跳项。',
      '来文单位按拼音首字母联想，↓ 列出常用的；密级、急缓、来文方式按前面的数字选。',
      '来文字号随便写，如 2026-38、[2026]38，离开时规范为〔2026〕38号，改了什么写在下面。只写顺序号 38 时按该单位上一件补机关代字，↓ 采用。',
      '离开来文字号、标题时查重；有重复的列在右边，Ctrl+O 打开旧件。',
      '办理时限可写日期，也可写 +3（3 个工作日）。',
      '没有登记完的内容随时暂存，返回、关机都不会丢。',
      '本机不得登记秘密级以上的文件；工作秘密可以登记并标明。',
    ],
  },
  {
    prefix: '/incoming/',
    title: '办理一件收文',
    lines: [
      '右下是这一步可以做的：按 1–9 选，0 打开不常用的；深色的是通常的下一步。要填的填好按 Ctrl+Enter，Esc 收起。',
      '右边从上到下是办理经过。刚做的一步可以 Ctrl+Z 撤销；批示、催办、延期、收文号入册后不能撤销，会说明该怎么办。',
      '时限可写日期或几个工作日；没有放假安排的年份用红字写明是估算。',
      '传阅表中 ↑↓ 选人，空格记已阅，Enter 写意见。催办时把写好的话复制出去，同时记入催办登记。',
      'Q 改实体去向，L 关联另一件，F2 修改登记，Ctrl+D 复制为新件，Ctrl+P 打印表单，Alt+← → 看列表中的上一件、下一件。',
    ],
  },
  {
    prefix: '/incoming',
    title: '收文登记簿',
    lines: [
      '按 Ctrl+N 登记；↑↓ 选择，Enter 打开，空格看要点，F2 修改登记，Ctrl+D 复制为新件；退文又来了，在退文上按 Ctrl+Shift+D 登记。',
      '右上角选在办、已办结、已归档、作废；急缓、主办部门、年度在“更多筛选”里；筛选和排序会记住，下次打开还在。',
      '时限的灯：● 正常，▲ 临近，◆ 今天到期，■ 逾期；按放假安排算工作日。',
      '作废要写理由和批准人，收文号保留占号；在“作废”里可以撤销。',
    ],
  },
  {
    prefix: '/search',
    title: '查询',
    lines: [
      '号码、标题、来文单位、主送、人员、部门、正文、附件和扫描件识别出的文字都找；几个词用空格隔开，要全部出现。',
      '一个字、两个字也准确；号码随便写，如 2026-38、〔2026〕38；词语可写拼音首字母。',
      '↑↓ 选择，Enter 打开；每条写明在哪里找到：标题、正文、附件名或拼音。',
      '按类别、年度、状态、有没有附件缩小范围；条件记在地址里，下次打开还在。',
      '表单上的编码用扫码枪扫进顶上的搜索框（Ctrl+K），直接打开那一件。',
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
    lines: [
      '上面三行是收文、发文、承办件从头到尾的各步，数字是停在这一步的件数，点开就是这些件；蓝色的由办公室办，其余在别人手里。',
      '下面的列表按 1 到 5 切换：到期与逾期、待办公室办、未答复的请示和函、停滞的传阅、预告未到的来文。↑↓ 选择，Enter 打开。',
      '逾期是红色方块，今天到期是菱形，临近（三个工作日内）是三角；天数按放假安排算工作日。',
    ],
  },
  {
    prefix: '/matter',
    title: '承办',
    lines: [
      '没有来文的交办事项记在这里：口头交办、领导批示、来电、会议议定。谁交办、什么时间、原话怎么说，都照实记下。',
      '每件恰好一个主办，会办可以多个；会办都反馈了主办才能办结。延期保留原时限，挂起期间不计时。',
      '催办分提醒、催办单、约谈通报三级，登记时可复制文字发给对方；催办台账列出全部催办和答复。',
    ],
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
