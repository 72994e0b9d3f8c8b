import { Checkbox } from 'antd';
import type { Format } from '../../../../../shared/gongwen/model.ts';
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

/** 发文机关标志: the issuers' names with 文件, unless other names are given (7.2.4). */
export function IssuerMarkControl({ store, id, disabled }: ControlProps) {
  const mark = useDocument(store, (document) => document.issuerMark);
  const issuers = useDocument(store, (document) => document.issuers);
  const format = useDocument(store, (document) => document.format);
  const suffix = mark?.suffix ?? MARK_SUFFIXES[format];
  const change = (names: readonly string[] | undefined, nextSuffix: string): void => {
    const own = names === undefined || names.length === 0 || names.join('\n') === issuers.join('\n');
    const next = {
      ...(own ? {} : { names: [...names] }),
      ...(nextSuffix === MARK_SUFFIXES[format] ? {} : { suffix: nextSuffix }),
    };
    store.update({ issuerMark: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <>
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
    </>
  );
}
