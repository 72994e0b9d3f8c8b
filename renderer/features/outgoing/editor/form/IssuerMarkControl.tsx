import { Checkbox } from 'antd';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';
import { LinesControl } from './LinesControl.tsx';
import { joinNames, splitNames } from './name-list.ts';

/** 发文机关标志: the issuers' names with 文件, unless other names are given (7.2.4). */
export function IssuerMarkControl({ store, id, disabled }: ControlProps) {
  const mark = useDocument(store, (document) => document.issuerMark);
  const issuers = useDocument(store, (document) => document.issuers);
  const withSuffix = (mark?.suffix ?? '文件') !== '';
  const change = (names: readonly string[] | undefined, suffix: boolean): void => {
    const own = names === undefined || names.length === 0 || names.join('\n') === issuers.join('\n');
    const next = { ...(own ? {} : { names: [...names] }), ...(suffix ? {} : { suffix: '' }) };
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
        onChange={(names) => change(names, withSuffix)}
      />
      <Checkbox
        disabled={disabled}
        checked={withSuffix}
        onChange={(event) => change(mark?.names, event.target.checked)}
      >
        带“文件”二字
      </Checkbox>
    </>
  );
}
