import { Input, Radio, Select } from 'antd';
import { GENRES, URGENCIES } from '../../../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../../../shared/gongwen/model.ts';
import { useElements } from '../document-store.ts';
import type { DocumentStore } from '../document-store.ts';
import { AttachmentsControl } from './AttachmentsControl.tsx';
import { AttendanceControl } from './AttendanceControl.tsx';
import { DateControl } from './DateControl.tsx';
import { FormatControl } from './FormatControl.tsx';
import { IssuerMarkControl } from './IssuerMarkControl.tsx';
import { LinesControl } from './LinesControl.tsx';
import { NumberControl } from './NumberControl.tsx';
import { OptionsControl } from './OptionsControl.tsx';
import { SealsControl } from './SealsControl.tsx';
import { SignatoriesControl } from './SignatoriesControl.tsx';
import { StampsControl } from './StampsControl.tsx';
import { TitleControl } from './TitleControl.tsx';
import { fieldOf } from './fields.ts';
import type { FieldKey } from './fields.ts';
import { joinGroups, joinNames, splitGroups, splitNames } from './name-list.ts';

export interface ControlProps {
  readonly store: DocumentStore;
  readonly id: string;
  readonly disabled: boolean;
  /** Opens a text in the middle pane: `body`, `attachments.0.body`, `enclosures.0.body`. */
  readonly onOpenText: (path: string) => void;
}

const SEALING_OPTIONS = [
  { value: 'seal', label: '盖章' },
  { value: 'none', label: '不盖章' },
  { value: 'stamp', label: '签名章' },
] as const;

/** The control of one field; what it enters is the model's own value. */
export function FieldControl({ field, ...props }: ControlProps & { readonly field: FieldKey }) {
  const { store, id, disabled, onOpenText } = props;
  const document = useElements(store);
  const spec = fieldOf(field);
  switch (spec.kind) {
    case 'genre':
      return (
        <Select
          id={id}
          className="gwt-wide"
          disabled={disabled}
          value={document.genre}
          showSearch
          options={GENRES.map((genre) => ({ value: genre, label: genre }))}
          onChange={(genre) => store.update({ genre })}
        />
      );
    case 'format':
      return <FormatControl {...props} />;
    case 'names': {
      const key = field === 'issuers' ? 'issuers' : 'addressees';
      return (
        <LinesControl
          id={id}
          disabled={disabled}
          value={document[key]}
          placeholder={spec.placeholder}
          split={splitNames}
          join={joinNames}
          onChange={(names) => store.update({ [key]: names })}
        />
      );
    }
    case 'copyTo':
      return (
        <LinesControl
          id={id}
          disabled={disabled}
          value={document.copyTo}
          placeholder={spec.placeholder}
          split={splitGroups}
          join={joinGroups}
          onChange={(copyTo) => store.update({ copyTo })}
        />
      );
    case 'copyNumber':
      return (
        <Input
          id={id}
          disabled={disabled}
          value={document.copyNumber ?? ''}
          maxLength={6}
          inputMode="numeric"
          placeholder={spec.placeholder}
          onChange={(event) =>
            store.update({ copyNumber: event.target.value.replaceAll(/\D/gu, '') || undefined })
          }
        />
      );
    case 'secrecy':
      return <SecrecyNotice document={document} store={store} disabled={disabled} />;
    case 'urgency':
      return (
        <Select
          id={id}
          className="gwt-wide"
          disabled={disabled}
          allowClear
          placeholder="平件（不标注）"
          value={document.urgency ?? null}
          options={URGENCIES.map((urgency) => ({ value: urgency, label: urgency }))}
          onChange={(urgency) => store.update({ urgency: urgency ?? undefined })}
        />
      );
    case 'sealing':
      return (
        <Radio.Group
          disabled={disabled}
          value={document.sealing}
          options={[...SEALING_OPTIONS]}
          onChange={(event) => {
            const chosen = SEALING_OPTIONS.find((option) => option.value === event.target.value);
            if (chosen !== undefined) store.update({ sealing: chosen.value });
          }}
        />
      );
    case 'date': {
      const key = field === 'issuedOn' ? 'issuedOn' : 'printedOn';
      return (
        <DateControl
          id={id}
          disabled={disabled}
          value={document[key]}
          onChange={(date) => store.update({ [key]: date })}
        />
      );
    }
    case 'text': {
      const key = field === 'annotation' ? 'annotation' : 'printingOffice';
      return (
        <Input
          id={id}
          disabled={disabled}
          value={document[key] ?? ''}
          placeholder={spec.placeholder}
          onChange={(event) =>
            store.update({ [key]: event.target.value === '' ? undefined : event.target.value })
          }
        />
      );
    }
    case 'title':
      return <TitleControl {...props} />;
    case 'documentNumber':
      return <NumberControl {...props} />;
    case 'issuerMark':
      return <IssuerMarkControl {...props} />;
    case 'signatories':
      return <SignatoriesControl {...props} />;
    case 'stamps':
      return <StampsControl {...props} />;
    case 'seals':
      return <SealsControl {...props} />;
    case 'attachments':
    case 'enclosures':
      return <AttachmentsControl {...props} list={spec.kind} />;
    case 'attendance':
      return <AttendanceControl {...props} />;
    case 'options':
      return <OptionsControl {...props} />;
    case 'body':
      return (
        <button type="button" className="gwt-link" onClick={() => onOpenText('body')}>
          在中间书写（{document.body.length} 段）
        </button>
      );
    case 'hidden':
      return null;
    default:
      return spec.kind satisfies never;
  }
}

interface SecrecyNoticeProps {
  readonly document: Gongwen;
  readonly store: DocumentStore;
  readonly disabled: boolean;
}

/** The program holds no state secrets: it explains instead of offering the field. */
function SecrecyNotice({ document, store, disabled }: SecrecyNoticeProps) {
  return (
    <div className="gwt-field-hint">
      本软件不得处理国家秘密，不提供密级。
      {document.secrecy === undefined ? null : (
        <>
          导入的文件标有“{document.secrecy}”，
          <button
            type="button"
            className="gwt-link"
            disabled={disabled}
            onClick={() => store.update({ secrecy: undefined, secrecyTerm: undefined })}
          >
            确认为非涉密并去掉
          </button>
        </>
      )}
    </div>
  );
}
