import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button, Progress } from 'antd';
import type { Attachment } from '../../../shared/features/attachment.ts';
import type { ProgressEvent } from '../../../shared/ipc/channels.ts';
import { api, isCancelled, messageOf } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';

interface RecognitionDialogProps {
  readonly item: Attachment;
  readonly onClose: () => void;
  /** Done: show the text that was found. */
  readonly onDone: () => void;
}

type Report = Awaited<ReturnType<typeof api.attachment.recognise>>;

/** Recognition of a scan: begins at once, page by page, and can be stopped at any moment. */
export function RecognitionDialog({ item, onClose, onDone }: RecognitionDialogProps) {
  const [step, setStep] = useState<ProgressEvent | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const job = useRef(crypto.randomUUID());
  const started = useRef(false);
  const follow = useEffectEvent((event: ProgressEvent) => {
    if (event.job === job.current) setStep(event);
  });
  useEffect(() => window.app.onProgress((event) => follow(event)), []);
  const run = useEffectEvent(async () => {
    try {
      setReport(await api.attachment.recognise({ id: item.id, job: job.current }));
    } catch (error) {
      if (isCancelled(error)) onClose();
      else setFault(messageOf(error));
    }
  });
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void run();
  }, []);
  const busy = report === null && fault === null;
  const stop = () => void api.attachment.cancel({ job: job.current });
  return (
    <Dialog
      title="识别文字"
      mustDecide={busy}
      onCancel={onClose}
      width={460}
      footer={
        busy ? (
          <Button data-first="" onClick={stop}>
            停止识别
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>关闭</Button>
            {report === null || report.characters === 0 ? null : (
              <Button type="primary" onClick={onDone}>
                看识别出的文字
              </Button>
            )}
          </>
        )
      }
    >
      <p className="gwt-attach-break">{item.name}</p>
      {busy ? (
        <>
          <Progress
            percent={Math.round(((step?.done ?? 0) / (step?.total ?? 1)) * 100)}
            aria-label="识别进度"
          />
          <p role="status">{step?.label ?? '正在准备'}</p>
        </>
      ) : null}
      {fault === null ? null : <p role="alert">{fault}</p>}
      {report === null ? null : <p role="status">{reportText(report)}</p>}
      <p className="gwt-soft">识别在本机进行，不联网。结果供检索和复制，可能有错字，以原件为准。</p>
    </Dialog>
  );
}

function reportText({ characters, pages, blank }: Report): string {
  if (characters === 0) return '没有识别出文字：这一页可能是空白、倒置或不清楚。可转正或重新扫描后再试。';
  const without = blank.length === 0 ? '' : `；第 ${blank.join('、')} 页没有图像`;
  return `识别完成，共 ${pages} 页、${characters} 字${without}。现在可以按这些文字检索到它。`;
}
