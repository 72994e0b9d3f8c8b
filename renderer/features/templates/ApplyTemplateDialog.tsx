import { useState } from 'react';
import { Checkbox, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { applyTemplate, templateChanges } from '../../../shared/gongwen/template.ts';
import type { TemplateChange, TemplateKey } from '../../../shared/gongwen/template.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { DocumentStore } from '../outgoing/editor/document-store.ts';
import { proposedTemplate, rememberTemplate, usableTemplates } from './last-used.ts';
import { templateList } from './queries.ts';

interface ApplyTemplateDialogProps {
  readonly store: DocumentStore;
  readonly onClose: () => void;
}

/**
 * 套用模板: every change is shown before it is made and can be left out. Words the document already has (主送、
 * 抄送、印发机关) are only replaced when the person asks for it.
 */
export function ApplyTemplateDialog({ store, onClose }: ApplyTemplateDialogProps) {
  const all = useQuery(templateList()).data;
  const document = store.get();
  const usable = usableTemplates(all ?? [], document.genre);
  const [chosen, setChosen] = useState<string | null>(null);
  const [switched, setSwitched] = useState<ReadonlySet<TemplateKey>>(new Set());
  const template = usable.find(({ id }) => id === chosen) ?? proposedTemplate(usable) ?? usable[0];
  const changes = template === undefined ? [] : templateChanges(document, template.content);
  /** Ticked at first: what the template is for; not what would replace the drafter's own words. */
  const isTaken = ({ key, replacesText }: TemplateChange): boolean => switched.has(key) === replacesText;
  const taken = changes.filter(isTaken).map(({ key }) => key);
  const flip = (key: TemplateKey): void => {
    const next = new Set(switched);
    if (!next.delete(key)) next.add(key);
    setSwitched(next);
  };
  const apply = (): void => {
    if (template === undefined || taken.length === 0) return;
    const applied = applyTemplate(store.get(), template.content, taken);
    store.update(Object.fromEntries(taken.map((key) => [key, applied[key]])));
    rememberTemplate(template.id);
    onClose();
  };
  return (
    <Dialog
      title="套用模板"
      okText={taken.length === 0 ? '套用' : `套用（${taken.length} 处改动）`}
      okButtonProps={{ disabled: taken.length === 0 }}
      onOk={apply}
      onCancel={onClose}
      width={600}
    >
      {template === undefined ? (
        <p>{all === undefined ? '…' : '没有可用于本文种的模板。请先在“设置 · 红头模板”里建立或导入。'}</p>
      ) : (
        <>
          <label className="gwt-template-choice" data-first="">
            <span>红头模板</span>
            <Select
              aria-label="红头模板"
              value={template.id}
              options={usable.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => {
                setChosen(id);
                setSwitched(new Set());
              }}
            />
          </label>
          {changes.length === 0 ? (
            <p>这件公文已经与模板一致，不需要改动。</p>
          ) : (
            <ul className="gwt-template-changes" aria-label="将要改动的内容">
              {changes.map((change) => (
                <li key={change.key}>
                  <Checkbox checked={isTaken(change)} onChange={() => flip(change.key)}>
                    {change.label}
                    {change.replacesText ? <span className="gwt-soft">（会替换已填的内容）</span> : null}
                  </Checkbox>
                  <dl>
                    <dt>现在</dt>
                    <dd>{change.before === '' ? '（空）' : change.before}</dd>
                    <dt>改为</dt>
                    <dd>{change.after === '' ? '（不加）' : change.after}</dd>
                  </dl>
                </li>
              ))}
            </ul>
          )}
          <p className="gwt-soft">标题、正文、文号、成文日期都不会改。</p>
        </>
      )}
    </Dialog>
  );
}
