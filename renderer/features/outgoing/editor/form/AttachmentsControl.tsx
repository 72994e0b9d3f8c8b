import { Button, Checkbox } from 'antd';
import { GrowingText } from '../../../../ui/GrowingText.tsx';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useDocument } from '../document-store.ts';
import type { GongwenChange } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { useRowFocus } from './use-row-focus.ts';

interface Item {
  readonly title: string;
  readonly body: readonly unknown[];
  readonly separate?: boolean;
}

interface AttachmentsControlProps extends ControlProps {
  readonly list: 'attachments' | 'enclosures';
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** 附件 and 被印发文件: titles here, their texts in the middle pane. */
export function AttachmentsControl({ store, disabled, onOpenText, list }: AttachmentsControlProps) {
  const attachments = useDocument(store, (document) => document.attachments);
  const enclosures = useDocument(store, (document) => document.enclosures);
  const { list: rows, focusRow } = useRowFocus();
  const isAttachment = list === 'attachments';
  const label = isAttachment ? '附件' : '被印发文件';
  const items: readonly Item[] = isAttachment ? attachments : enclosures;
  const edit = (change: <T extends { title: string }>(items: readonly T[]) => T[]): void => {
    const next: GongwenChange = isAttachment
      ? { attachments: change(attachments) }
      : { enclosures: change(enclosures) };
    store.update(next);
  };
  const setSeparate = (index: number, separate: boolean): void => {
    const attachment = attachments[index];
    if (attachment !== undefined)
      store.update({ attachments: attachments.with(index, { ...attachment, separate }) });
  };
  const add = (): void => {
    focusRow(items.length);
    store.update(
      isAttachment
        ? { attachments: [...attachments, { title: '', body: [], separate: false }] }
        : { enclosures: [...enclosures, { title: '', body: [] }] },
    );
  };
  return (
    <div className="gwt-rows" ref={rows}>
      {items.map((item, index) => (
        // The items have no identity of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="gwt-attachment" data-row="" data-path={`${list}.${index}`}>
          <GrowingText
            disabled={disabled}
            aria-label={`${label}${index + 1}名称`}
            placeholder={`${label}${index + 1}名称`}
            value={item.title}
            onChange={(event) => {
              const title = event.target.value;
              edit((all) => all.map((old, at) => (at === index ? { ...old, title } : old)));
            }}
          />
          <div className="gwt-attachment-tools">
            <button type="button" className="gwt-link" onClick={() => onOpenText(`${list}.${index}.body`)}>
              写内容（{item.body.length} 段）
            </button>
            {isAttachment ? (
              <Checkbox
                disabled={disabled}
                checked={item.separate ?? false}
                onChange={(event) => setSeparate(index, event.target.checked)}
              >
                另行装订
              </Checkbox>
            ) : null}
            <span className="gwt-spring" />
            {items.length === 1 ? null : (
              <>
                <Button
                  type="text"
                  disabled={disabled || index === 0}
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={`${label}${index + 1}上移`}
                  onClick={() => edit((all) => moved(all, index, index - 1))}
                />
                <Button
                  type="text"
                  disabled={disabled || index === items.length - 1}
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={`${label}${index + 1}下移`}
                  onClick={() => edit((all) => moved(all, index, index + 1))}
                />
              </>
            )}
            <Button
              type="text"
              disabled={disabled}
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`删除${label}${index + 1}`}
              onClick={() => {
                focusRow(index);
                edit((all) => all.filter((_, at) => at !== index));
              }}
            />
          </div>
        </div>
      ))}
      <Button type="dashed" disabled={disabled} icon={<PlusOutlined aria-hidden />} onClick={add}>
        添加{label}
      </Button>
    </div>
  );
}
