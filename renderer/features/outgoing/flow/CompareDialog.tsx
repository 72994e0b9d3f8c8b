import { useState } from 'react';
import { Button, Checkbox, Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import type { ComparedPart, Span } from '../../../../shared/gongwen/comparison.ts';
import { messageOf } from '../../../app/api.ts';
import { useViewState } from '../../../app/view-state.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { outgoingCompare } from '../queries.ts';

export interface Compared {
  readonly id: string;
  readonly from: string;
  readonly fromName: string;
  /** The present text when left out. */
  readonly to?: string | undefined;
  readonly toName: string;
}

const LAYOUTS = z.enum(['inline', 'sides']);

/** Two versions word by word: 合并 shows what went and came in one line, 并排 the older beside the newer. */
export function CompareDialog(props: Compared & { readonly onClose: () => void }) {
  const { id, from, to, fromName, toName } = props;
  const [layout, setLayout] = useViewState('outgoing.compare', LAYOUTS, 'inline');
  const [changesOnly, setChangesOnly] = useState(true);
  const compared = useQuery(outgoingCompare({ id, from, ...(to === undefined ? {} : { to }) }));
  const parts = (compared.data?.parts ?? []).filter(({ change }) => !changesOnly || change !== 'same');
  return (
    <Dialog
      title={`比较：${fromName} → ${toName}`}
      onCancel={props.onClose}
      ready={compared.data !== undefined}
      footer={
        <Button type="primary" data-first="" onClick={props.onClose}>
          关闭（Esc）
        </Button>
      }
      width={1040}
    >
      <div className="gwt-compare-tools">
        <strong role="status" aria-label="比较结果">
          {compared.data?.summary ?? ''}
        </strong>
        <span className="gwt-spring" />
        <Checkbox checked={changesOnly} onChange={(event) => setChangesOnly(event.target.checked)}>
          只看改动
        </Checkbox>
        <Segmented
          aria-label="比较方式"
          value={layout}
          options={[
            { value: 'inline', label: '合并' },
            { value: 'sides', label: '并排' },
          ]}
          onChange={(value) => setLayout(LAYOUTS.parse(value))}
        />
      </div>
      {compared.error === null ? null : <p role="alert">{messageOf(compared.error)}</p>}
      {/* A box that scrolls must be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="gwt-compare" role="region" aria-label="改动" tabIndex={0}>
        {compared.data !== undefined && parts.length === 0 ? (
          <p className="gwt-soft">两稿完全相同。</p>
        ) : null}
        <table className={layout === 'sides' ? 'gwt-compare-sides' : undefined}>
          <thead>
            <tr>
              <th scope="col">位置</th>
              {layout === 'sides' ? (
                <>
                  <th scope="col">{fromName}</th>
                  <th scope="col">{toName}</th>
                </>
              ) : (
                <th scope="col">改动（删去的字加删除线，增加的字加下划线）</th>
              )}
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={`${part.path} ${part.label} ${part.change}`} className={`gwt-part-${part.change}`}>
                <th scope="row">
                  {part.label}
                  {part.change === 'same' ? null : (
                    <span className={part.substantial ? 'gwt-weight gwt-weight-substantial' : 'gwt-weight'}>
                      {part.substantial ? '实质' : '非实质'}
                    </span>
                  )}
                </th>
                {layout === 'sides' ? (
                  <>
                    <td>
                      <Words part={part} without="added" />
                    </td>
                    <td>
                      <Words part={part} without="removed" />
                    </td>
                  </>
                ) : (
                  <td>
                    <Words part={part} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Words({ part, without }: { readonly part: ComparedPart; readonly without?: Span['kind'] }) {
  const spans = part.spans.filter(({ kind }) => kind !== without);
  const silent = part.change !== 'same' && spans.every(({ kind }) => kind === 'same');
  return (
    <>
      {spans.map(({ kind, text }, index) =>
        kind === 'added' ? (
          // Spans have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <ins key={index}>{text}</ins>
        ) : kind === 'removed' ? (
          // oxlint-disable-next-line react/no-array-index-key
          <del key={index}>{text}</del>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index}>{text}</span>
        ),
      )}
      {silent && without === undefined ? <span className="gwt-soft">（只有版式改动）</span> : null}
    </>
  );
}
