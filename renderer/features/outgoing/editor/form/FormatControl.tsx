import { Select } from 'antd';
import { GENRE_FACTS } from '../../../../../shared/gongwen/genres.ts';
import { FORMATS } from '../../../../../shared/gongwen/model.ts';
import type { Format, Gongwen } from '../../../../../shared/gongwen/model.ts';
import { useElements } from '../document-store.ts';
import type { GongwenChange } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';

const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  document: '通用格式',
  letter: '信函格式',
  order: '命令（令）格式',
  minutes: '纪要格式',
};

/** A mark's suffix belongs to its format (文件、令、纪要), so it goes back to the format's own. */
function changeFormat(document: Gongwen, format: Format): GongwenChange {
  const names = document.issuerMark?.names;
  return { format, issuerMark: names === undefined ? undefined : { names } };
}

/** The format; where the genre usually has another one, it is proposed, one key away. */
export function FormatControl({ store, id, disabled }: ControlProps) {
  const document = useElements(store);
  const usual = GENRE_FACTS[document.genre].format;
  return (
    <>
      <Select
        id={id}
        className="gwt-wide"
        disabled={disabled}
        value={document.format}
        options={FORMATS.map((format) => ({ value: format, label: FORMAT_NAMES[format] }))}
        onChange={(format) => store.update(changeFormat(document, format))}
      />
      {usual === document.format || disabled ? null : (
        <div className="gwt-field-hint">
          {document.genre}一般用{FORMAT_NAMES[usual]}。
          <button
            type="button"
            className="gwt-link"
            onClick={() => store.update(changeFormat(document, usual))}
          >
            改用
          </button>
        </div>
      )}
    </>
  );
}
