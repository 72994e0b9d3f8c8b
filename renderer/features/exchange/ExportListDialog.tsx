import { useRef, useState } from 'react';
import { App, Button, Radio } from 'antd';
import type { InputRef } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { printScale, READABLE_SCALE } from '../../../shared/domain/exchange/export-list.ts';
import { EXPORT_LISTS } from '../../../shared/domain/exchange/export-lists.ts';
import { EXPORT_FORMATS } from '../../../shared/features/exchange-export.ts';
import type { ExportLayout, ListSource } from '../../../shared/features/exchange-export.ts';
import { api, isCancelled, messageOf } from '../../app/api.ts';
import { useJob } from '../../app/use-job.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import { ColumnList } from './ColumnList.tsx';
import { JobProgress } from './JobProgress.tsx';
import { BOOK, LayoutBar } from './LayoutBar.tsx';
import { choicesOf, chosenColumns, faultOf } from './layout-columns.ts';
import type { ColumnChoice } from './layout-columns.ts';
import { exportLayouts } from './queries.ts';
import './exchange.css';

type Exported = NonNullable<Awaited<ReturnType<typeof api.exchange.exportList>>>;
type Format = (typeof EXPORT_FORMATS)[number];

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  xlsx: 'Excel（.xlsx）',
  'csv-gb18030': 'CSV（GB18030，中文 Excel 直接打开）',
  'csv-utf8': 'CSV（UTF-8）',
};

interface ExportListDialogProps {
  readonly source: ListSource;
  readonly onDone: (exported: Exported) => void;
  readonly onClose: () => void;
}

/** Which columns, in which order, under which headings; then the file. */
export function ExportListDialog({ source, onDone, onClose }: ExportListDialogProps) {
  const layouts = useQuery(exportLayouts(source.list)).data;
  if (layouts === undefined) return null;
  return <LoadedDialog source={source} layouts={layouts} onDone={onDone} onClose={onClose} />;
}

function LoadedDialog({
  source,
  layouts,
  onDone,
  onClose,
}: ExportListDialogProps & { readonly layouts: readonly ExportLayout[] }) {
  const { message } = App.useApp();
  const { list } = source;
  const standard = layouts.find(({ isDefault }) => isDefault);
  const [layoutId, setLayoutId] = useState(standard?.id ?? BOOK);
  const [choices, setChoices] = useState<ColumnChoice[]>(() => choicesOf(list, standard?.columns));
  const [active, setActive] = useState(0);
  const [format, setFormat] = useState<Format>('xlsx');
  const heading = useRef<InputRef>(null);
  const job = useJob((name) => api.exchange.cancelJob({ job: name }));
  const fault = faultOf(choices);
  const choose = (id: string): void => {
    setLayoutId(id);
    setActive(0);
    setChoices(choicesOf(list, layouts.find((layout) => layout.id === id)?.columns));
  };
  const save = async (name: string, isDefault: boolean): Promise<boolean> => {
    const same = layouts.find((layout) => layout.name === name);
    const target = same === undefined ? {} : { id: same.id, rowVersion: same.rowVersion };
    try {
      const columns = chosenColumns(choices);
      const saved = await api.exchange.saveLayout({ ...target, list, name, isDefault, columns });
      setLayoutId(saved.id);
      message.success(`已保存版式“${name}”。`);
      return true;
    } catch (error) {
      message.error(messageOf(error));
      return false;
    }
  };
  const remove = async ({ id, rowVersion, name }: ExportLayout): Promise<void> => {
    try {
      await api.exchange.removeLayout({ id, rowVersion });
      choose(BOOK);
      message.success(`已移除版式“${name}”。`);
    } catch (error) {
      message.error(messageOf(error));
    }
  };
  const run = async (): Promise<void> => {
    if (fault !== null || job.running !== null) return;
    try {
      const columns = chosenColumns(choices);
      const done = await job.start('请选择保存位置', (name) =>
        api.exchange.exportList({ job: name, source, columns, format }),
      );
      if (done !== null) onDone(done);
    } catch (error) {
      if (isCancelled(error)) message.info(messageOf(error));
      else message.error(messageOf(error));
    }
  };
  return (
    <Dialog
      title={`导出${EXPORT_LISTS[list].title}`}
      width={680}
      onCancel={onClose}
      footer={
        <div className="gwt-export-foot">
          <span className="gwt-soft" role="status">
            {fault ?? scopeText(choices, format)}
          </span>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={fault !== null || job.running !== null} onClick={() => void run()}>
            导出（Ctrl+Enter）
          </Button>
        </div>
      }
    >
      <div
        className="gwt-export"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) void run();
        }}
      >
        <LayoutBar layouts={layouts} chosen={layoutId} onChoose={choose} onSave={save} onRemove={remove} />
        <div className="gwt-export-columns">
          <ColumnList
            choices={choices}
            active={active}
            onActive={setActive}
            onChange={setChoices}
            onRename={() => heading.current?.focus({ cursor: 'all' })}
          />
          <div>
            <ColumnFields
              choices={choices}
              active={active}
              headingRef={heading}
              onActive={setActive}
              onChange={setChoices}
            />
            <p className="gwt-soft">
              <kbd>空格</kbd> 选或不选，<kbd>Alt</kbd>+<kbd>↑</kbd>
              <kbd>↓</kbd> 调整次序，<kbd>F2</kbd> 改列名。
            </p>
          </div>
        </div>
        <Radio.Group
          aria-label="文件格式"
          value={format}
          onChange={(event) => {
            const next = EXPORT_FORMATS.find((candidate) => candidate === event.target.value);
            if (next !== undefined) setFormat(next);
          }}
          options={EXPORT_FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        />
        <JobProgress job={job} name="导出" />
      </div>
    </Dialog>
  );
}

/** What will be exported, and how small it will be on paper. */
function scopeText(choices: readonly ColumnChoice[], format: Format): string {
  const columns = chosenColumns(choices);
  const scope = `已选 ${columns.length} 列，导出列表中现在筛选出的内容。`;
  if (format !== 'xlsx') return scope;
  const scale = printScale(columns);
  const size = `打印缩至 ${Math.round(scale * 100)}%`;
  return scale < READABLE_SCALE ? `${scope}▲ ${size}，字会太小，请减少列或改窄。` : `${scope}${size}。`;
}
