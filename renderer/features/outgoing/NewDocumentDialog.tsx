import { Dialog } from '../../ui/Dialog.tsx';
import { useState } from 'react';
import { Radio, Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { GENRES } from '../../../shared/gongwen/model.ts';
import { GENRE_FACTS } from '../../../shared/gongwen/genres.ts';
import type { Genre } from '../../../shared/gongwen/model.ts';
import { FORMAT_LABELS } from '../../../shared/gongwen/template.ts';
import { isComposing } from '../../app/hot-keys.ts';
import { incomingGet } from '../incoming/queries.ts';
import { proposedTemplate, rememberTemplate, usableTemplates } from '../templates/last-used.ts';
import { templateList } from '../templates/queries.ts';
import { NO_TEMPLATE, TemplateChoice } from '../templates/TemplateChoice.tsx';

export interface ReplyTo {
  readonly incomingId: string;
  readonly relation: 'reply' | 'forward';
}

interface NewDocumentDialogProps {
  /** The 来文 it answers or passes on. */
  readonly replyTo?: string | undefined;
  /** Without `templateId` the document starts with the office's own settings. */
  readonly onCreate: (genre: Genre, templateId: string | undefined, replyTo: ReplyTo | undefined) => void;
  readonly onClose: () => void;
}

/** Which 文种; 通知 stands ready, so that Enter is enough nine times of ten. */
export function NewDocumentDialog({ replyTo, onCreate, onClose }: NewDocumentDialogProps) {
  const [genre, setGenre] = useState<Genre>(replyTo === undefined ? '通知' : '函');
  const [relation, setRelation] = useState<ReplyTo['relation']>('reply');
  const paper = useQuery({ ...incomingGet(replyTo ?? ''), enabled: replyTo !== undefined }).data;
  const [chosen, setChosen] = useState<string | null>(null);
  const usable = usableTemplates(useQuery(templateList()).data ?? [], genre);
  const kept = chosen === NO_TEMPLATE || usable.some(({ id }) => id === chosen) ? chosen : null;
  const template = kept ?? proposedTemplate(usable)?.id ?? NO_TEMPLATE;
  const templateFormat = usable.find(({ id }) => id === template)?.content.format;
  const format = templateFormat ?? GENRE_FACTS[genre].format;
  const create = (): void => {
    if (usable.length > 0) rememberTemplate(template);
    onCreate(
      genre,
      template === NO_TEMPLATE ? undefined : template,
      replyTo === undefined ? undefined : { incomingId: replyTo, relation },
    );
  };
  return (
    <Dialog title="新建公文：选择文种" okText="新建（Enter）" onOk={create} onCancel={onClose} width={520}>
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          create();
        }}
      >
        {replyTo === undefined ? null : (
          <div className="gwt-reply-to">
            <Segmented<ReplyTo['relation']>
              aria-label="与来文的关系"
              value={relation}
              options={[
                { value: 'reply', label: '答复' },
                { value: 'forward', label: '转发' },
              ]}
              onChange={(next) => {
                setRelation(next);
                setGenre(next === 'forward' ? '通知' : '函');
              }}
            />
            <span>{paper === undefined ? '' : `${paper.number} ${paper.senderName}《${paper.title}》`}</span>
          </div>
        )}
        <Radio.Group
          className="gwt-genres"
          aria-label="文种"
          value={genre}
          onChange={(event) => {
            const chosen = GENRES.find((candidate) => candidate === event.target.value);
            if (chosen !== undefined) setGenre(chosen);
          }}
        >
          {GENRES.map((candidate) => (
            <span key={candidate} {...(candidate === genre ? { 'data-first': '' } : {})}>
              <Radio value={candidate}>{candidate}</Radio>
            </span>
          ))}
        </Radio.Group>
        <p className="gwt-soft" role="status" aria-label="适用范围">
          {genre}：{GENRE_FACTS[genre].purpose}。
        </p>
        <p className="gwt-soft" role="status" aria-label="格式">
          格式：{FORMAT_LABELS[format]}
          {templateFormat === undefined ? '' : '（按模板）'}
        </p>
      </div>
      {usable.length === 0 ? null : <TemplateChoice usable={usable} value={template} onChange={setChosen} />}
    </Dialog>
  );
}
