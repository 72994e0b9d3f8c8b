import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api, messageOf } from '../../app/api.ts';
import { scanFolder } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

/** The folder that this computer's scanner writes to. */
export function ScanFolderSection() {
  const scans = useQuery(scanFolder());
  const { fault, attempt } = useAttempt();
  const folder = scans.data?.folder ?? null;
  return (
    <>
      <p className="gwt-soft">
        扫描仪、高拍仪把文件存到这个文件夹后，打开的收文、发文或承办件里会提示添加为附件。
        程序只复制，从不移动或删除其中的文件。这项设置只对本机有效。
      </p>
      {fault === null ? null : <Alert type="error" role="alert" title={fault} />}
      {scans.error === null ? null : <Alert type="error" role="alert" title={messageOf(scans.error)} />}
      {scans.data === undefined || scans.data.problem === '' ? null : (
        <Alert type="warning" role="alert" title={scans.data.problem} />
      )}
      <p>
        {folder === null ? (
          '还没有指定扫描文件夹。'
        ) : (
          <>
            扫描文件夹：<strong>{folder}</strong>
            {scans.data?.files.length === 0
              ? '，没有新文件。'
              : `，有 ${scans.data?.files.length ?? 0} 个新文件等待添加。`}
          </>
        )}
      </p>
      <div className="gwt-attach-actions">
        <Button type="primary" onClick={() => void attempt(() => api.attachment.chooseScanFolder({}))}>
          {folder === null ? '选择文件夹…' : '换一个文件夹…'}
        </Button>
        {folder === null ? null : (
          <Button onClick={() => void attempt(() => api.attachment.forgetScanFolder({}))}>不再监视</Button>
        )}
      </div>
    </>
  );
}
