import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { api, messageOf } from '../../app/api.ts';
import { momentOf, sizeOf } from '../../app/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { scanFolder } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

interface ScanOfferProps {
  readonly onAdd: (tokens: readonly string[]) => void;
}

/** New files of the scanner's folder, offered to the item that is open. The originals stay where they are. */
export function ScanOffer({ onAdd }: ScanOfferProps) {
  const scans = useQuery(scanFolder());
  const [choosing, setChoosing] = useState(false);
  const files = scans.data?.files ?? [];
  const problem = scans.data?.problem ?? '';
  if (problem !== '') return <Alert type="warning" title={problem} />;
  if (files.length === 0) return null;
  return (
    <>
      <div className="gwt-attach-note" role="status">
        <span>扫描文件夹里有 {files.length} 个新文件</span>
        <span className="gwt-attach-actions">
          <Button size="small" type="primary" onClick={() => onAdd(files.map(({ token }) => token))}>
            {files.length === 1 ? '添加为附件' : '全部添加'}
          </Button>
          <Button size="small" onClick={() => setChoosing(true)}>
            挑选…
          </Button>
        </span>
      </div>
      {choosing ? <ScanDialog onAdd={onAdd} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

function ScanDialog({ onAdd, onClose }: ScanOfferProps & { readonly onClose: () => void }) {
  const scans = useQuery(scanFolder());
  const { fault, attempt } = useAttempt();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const files = scans.data?.files ?? [];
  // By name: tokens are new each time the folder is read.
  const chosen = files.filter(({ name }) => !left.has(name));
  const toggle = (name: string): void => {
    const next = new Set(left);
    if (!next.delete(name)) next.add(name);
    setLeft(next);
  };
  return (
    <Dialog
      title={`扫描文件夹“${scans.data?.folder ?? ''}”里的新文件`}
      width={560}
      onCancel={onClose}
      footer={
        <>
          <Button
            disabled={chosen.length === 0}
            onClick={() =>
              void attempt(() => api.attachment.dismissScans({ tokens: chosen.map(({ token }) => token) }))
            }
          >
            不再提示选中的
          </Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onAdd(chosen.map(({ token }) => token));
              onClose();
            }}
          >
            添加选中的 {chosen.length} 个
          </Button>
        </>
      }
    >
      {scans.error === null ? null : <p role="alert">{messageOf(scans.error)}</p>}
      {fault === null ? null : <p role="alert">{fault}</p>}
      <ul className="gwt-attach-plain">
        {files.map(({ name, size, at }, index) => (
          <li key={name}>
            <Checkbox
              checked={!left.has(name)}
              onChange={() => toggle(name)}
              {...(index === 0 ? { 'data-first': '' } : {})}
            >
              {name}{' '}
              <span className="gwt-soft">
                {sizeOf(size)}，{momentOf(at)}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className="gwt-soft">没有选中的留待以后；原文件始终留在扫描文件夹里。</p>
    </Dialog>
  );
}
