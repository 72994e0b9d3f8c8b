import { Checkbox, Radio } from 'antd';
import type { Format, Gongwen } from '../../../../../shared/gongwen/model.ts';
import { RED_NAMES } from '../../../../../shared/gongwen/red.ts';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { LinesControl } from './LinesControl.tsx';
import { joinNames, splitNames } from './name-list.ts';

/** What follows the names in the mark unless the document says otherwise (7.2.4, 10.1–10.3). */
const MARK_SUFFIXES: Readonly<Record<Format, string>> = {
  document: '文件',
  letter: '',
  order: '令',
  minutes: '纪要',
};

function markLook({ charHeight, charWidth, color }: NonNullable<Gongwen['issuerMark']>): string {
  const parts = [
    charHeight === undefined ? '' : `字高 ${charHeight} 毫米`,
    charWidth === undefined ? '' : `字宽 ${charWidth} 毫米`,
    color === undefined ? '' : RED_NAMES[color],
  ];
  return `${parts.filter((part) => part !== '').join('，')}。`;
}

/** 发文机关标志: the issuers' names with 文件, unless other names are given (7.2.4). */
export function IssuerMarkControl({ store, id, disabled }: ControlProps) {
  const mark = useDocument(store, (document) => document.issuerMark);
  const issuers = useDocument(store, (document) => document.issuers);
  const format = useDocument(store, (document) => document.format);
  const suffix = mark?.suffix ?? MARK_SUFFIXES[format];
  const change = (names: readonly string[] | undefined, nextSuffix: string): void => {
    const own = names === undefined || names.length === 0 || names.join('\n') === issuers.join('\n');
    // Size and red come from a template and have nothing to do with the words.
    const { names: _names, suffix: _suffix, ...look } = mark ?? {};
    const next = {
      ...look,
      ...(own ? {} : { names: [...names] }),
      ...(nextSuffix === MARK_SUFFIXES[format] ? {} : { suffix: nextSuffix }),
    };
    store.update({ issuerMark: Object.keys(next).length === 0 ? undefined : next });
  };
  const joint = issuers.length > 1;
  const [lead] = issuers;
  const shown = mark?.names ?? issuers;
  const way =
    shown.join('\n') === issuers.join('\n')
      ? 'all'
      : shown.length === 1 && shown[0] === lead
        ? 'lead'
        : 'own';
  return (
    <>
      {joint && lead !== undefined ? (
        <Radio.Group
          aria-label="联合行文的标志"
          disabled={disabled}
          value={way}
          options={[
            { value: 'all', label: '全部名称' },
            { value: 'lead', label: '只用主办机关' },
            ...(way === 'own' ? [{ value: 'own', label: '自定' }] : []),
          ]}
          onChange={(event) => {
            if (event.target.value === 'all') change(undefined, suffix);
            else if (event.target.value === 'lead') change([lead], suffix);
          }}
        />
      ) : null}
      <LinesControl
        id={id}
        disabled={disabled}
        value={mark?.names ?? issuers}
        split={splitNames}
        join={joinNames}
        onChange={(names) => change(names, suffix)}
      />
      {format === 'document' ? (
        <Checkbox
          disabled={disabled}
          checked={suffix !== ''}
          onChange={(event) => change(mark?.names, event.target.checked ? MARK_SUFFIXES.document : '')}
        >
          带“文件”二字
        </Checkbox>
      ) : null}
      {mark?.charHeight === undefined && mark?.charWidth === undefined && mark?.color === undefined ? null : (
        <div className="gwt-field-hint">
          {markLook(mark)}
          <button
            type="button"
            className="gwt-link"
            disabled={disabled}
            onClick={() => {
              const { charHeight: _height, charWidth: _width, color: _color, ...words } = mark;
              store.update({ issuerMark: Object.keys(words).length === 0 ? undefined : words });
            }}
          >
            恢复自动
          </button>
        </div>
      )}
    </>
  );
}
