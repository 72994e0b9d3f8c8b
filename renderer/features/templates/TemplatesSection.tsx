import { useState } from 'react';
import { Alert, Button, Checkbox } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Office } from '../../../shared/features/office.ts';
import type { Template } from '../../../shared/features/templates.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { ImportFaultsDialog } from '../outgoing/ImportFaultsDialog.tsx';
import { officeGet } from '../settings/queries.ts';
import { contentOf, freshValues, valuesOf } from './form-values.ts';
import { NameTakenDialog } from './NameTakenDialog.tsx';
import { templateList } from './queries.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { entryOf, TemplateList } from './TemplateList.tsx';
import type { ListEntry } from './TemplateList.tsx';
import { TemplatePreview } from './TemplatePreview.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import { useTemplateCommands } from './use-template-commands.ts';
import { focusField, focusPlace, placeOf, useTemplateEditing } from './use-template-editing.ts';

/** Key of the entry that stands for a template not stored yet. */
const NEW = 'new';

/** 设置 · 红头模板: list and form on the left, the first page on the right. */
export function TemplatesSection() {
  const all = useQuery(templateList()).data;
  const office = useQuery(officeGet()).data;
  return all === undefined || office === undefined ? null : <TemplateDesk all={all} office={office} />;
}

interface TemplateDeskProps {
  readonly all: readonly Template[];
  readonly office: Office;
}

function TemplateDesk({ all, office }: TemplateDeskProps) {
  const edit = useTemplateEditing(all, office);
  const commands = useTemplateCommands(edit.open);
  const [withVoided, setWithVoided] = useState(false);
  const [voiding, setVoiding] = useState(false);
  const [place, setPlace] = useState('');
  const { editing } = edit;
  const template = editing?.template ?? null;
  const voided = template?.voidReason ?? null;

  const create = (): void =>
    edit.guarded(() => {
      edit.startNew(freshValues(office));
      focusSoon('name');
    });
  const duplicate = (): void => {
    if (template === null) return;
    edit.guarded(() => {
      edit.startNew(valuesOf('', template.content));
      focusSoon('name');
    });
  };
  const askVoid = (): void => {
    if (template !== null && voided === null) edit.guarded(() => setVoiding(true));
  };
  useHotKeys([
    { keys: '$mod+n', shown: 'Ctrl+N', label: '新建红头模板', whileTyping: true, run: create },
    { keys: '$mod+s', shown: 'Ctrl+S', label: '保存模板', whileTyping: true, run: () => void edit.save() },
  ]);

  const visible = all.filter(
    ({ voidReason, id }) => voidReason === null || withVoided || id === template?.id,
  );
  const fresh: ListEntry[] =
    editing !== null && template === null
      ? [{ key: NEW, name: editing.values.name || '（新模板）', detail: '未保存', voided: false }]
      : [];
  const entries = [...fresh, ...visible.map(entryOf)];
  return (
    <div className="gwt-templates">
      <div className="gwt-toolbar-line" role="toolbar" aria-label="模板操作">
        <Button onClick={create} title="新建红头模板（Ctrl+N）">
          新建
        </Button>
        <Button onClick={() => edit.guarded(() => void commands.importFile())}>导入</Button>
        <span className="gwt-tool-gap" />
        <Button
          type="primary"
          disabled={editing === null || voided !== null || (template !== null && !edit.dirty)}
          onClick={() => void edit.save()}
          title="保存模板（Ctrl+S）"
        >
          保存
        </Button>
        <Button disabled={template === null} onClick={duplicate}>
          复制
        </Button>
        <Button
          disabled={template === null}
          onClick={() => {
            if (template !== null) edit.guarded(() => void commands.exportFile(template));
          }}
        >
          导出
        </Button>
        {template !== null && voided !== null ? (
          <Button onClick={() => void commands.restore(template)}>恢复使用</Button>
        ) : (
          <Button disabled={template === null} onClick={askVoid}>
            作废
          </Button>
        )}
        <span className="gwt-spring" />
        {all.some(({ voidReason }) => voidReason !== null) ? (
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            显示已作废
          </Checkbox>
        ) : null}
      </div>
      {edit.restored ? (
        <Alert type="info" showIcon title="这是上次关闭程序时没有保存的修改，核对后请保存。" />
      ) : null}
      {entries.length === 0 ? (
        <div className="gwt-template-empty">
          <p>把单位的红头存成模板：标志用字、字高字宽、颜色、机关代字、常用主送和印发机关，只填一次。</p>
          <p>新建公文时选用模板，版头和版记就填好了；也可以从文件导入别处导出的模板。</p>
          <p>
            按 <kbd>Ctrl+N</kbd> 建第一个。
          </p>
        </div>
      ) : (
        <div className="gwt-template-work">
          <TemplateList
            entries={entries}
            selected={template?.id ?? (editing === null ? null : NEW)}
            onSelect={(key) => {
              const chosen = all.find(({ id }) => id === key);
              if (chosen !== undefined) edit.guarded(() => edit.open(chosen));
            }}
            onEdit={() => focusField('name')}
            onVoid={askVoid}
          />
          <div className="gwt-template-middle" onFocus={(event) => setPlace(placeOf(event.target.id))}>
            {voided === null ? null : <p className="gwt-soft">已作废：{voided}</p>}
            {editing === null ? null : (
              <TemplateForm
                key={editing.key}
                form={edit.form}
                initial={editing.values}
                disabled={voided !== null}
                onChange={edit.change}
              />
            )}
          </div>
          {editing?.preview === undefined ? null : (
            <TemplatePreview
              content={editing.preview}
              templateKey={editing.key}
              current={contentOf(editing.values) !== undefined}
              activePath={place}
              onJump={focusPlace}
            />
          )}
        </div>
      )}
      {edit.question === null ? null : (
        <UnsavedDialog
          name={template?.name ?? editing?.values.name ?? ''}
          onStay={edit.question.stay}
          onDiscard={edit.question.discard}
          onSave={() => void edit.question?.save()}
        />
      )}
      {voiding && template !== null ? (
        <ReasonDialog
          title="作废模板"
          explanation={`“${template.name}”作废后新公文不再用它；用它做过的公文不变，需要时可以恢复使用。`}
          confirmLabel="作废"
          onClose={() => setVoiding(false)}
          onConfirm={async (reason) => {
            if (await commands.voidTemplate(template, reason)) setVoiding(false);
          }}
        />
      ) : null}
      {commands.refused === null ? null : (
        <ImportFaultsDialog
          fileName={commands.refused.fileName}
          faults={commands.refused.faults}
          consequence="没有存入任何模板"
          onClose={commands.closeImport}
        />
      )}
      {commands.nameTaken === null ? null : (
        <NameTakenDialog
          name={commands.nameTaken.name}
          proposedName={commands.nameTaken.proposedName}
          onClose={commands.closeImport}
          onSave={async (name) =>
            commands.nameTaken === null ? null : commands.saveCopy(commands.nameTaken, name)
          }
        />
      )}
    </div>
  );
}

/** After the form of another template has been drawn. */
function focusSoon(name: string): void {
  setTimeout(() => focusField(name), 0);
}
