import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { VERSION_SOURCE_NAMES } from '../../../shared/features/attachment.ts';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { api, messageOf } from '../../app/api.ts';
import { momentOf, sizeOf } from '../../app/format.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { attachmentVersions } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

interface VersionsDialogProps {
  readonly item: Attachment;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** Every content the file had; an older one can be looked at, saved elsewhere or made the newest. */
export function VersionsDialog({ item, readOnly, onClose }: VersionsDialogProps) {
  const versions = useQuery(attachmentVersions(item.id));
  const { fault, attempt } = useAttempt();
  const { id, rowVersion } = item;
  return (
    <Dialog title={`“${item.name}”的版本`} onCancel={onClose} footer={null} width={640}>
      {versions.error === null ? null : <p role="alert">{messageOf(versions.error)}</p>}
      {fault === null ? null : <p role="alert">{fault}</p>}
      <table className="gwt-attach-versions">
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">来源</th>
            <th scope="col">时间</th>
            <th scope="col">经手人</th>
            <th scope="col">大小</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {(versions.data ?? []).map((version, index) => (
            <tr key={version.version}>
              <td className="gwt-nowrap">
                第 {version.version} 版{version.current ? '（现行）' : ''}
              </td>
              <td className="gwt-nowrap">{VERSION_SOURCE_NAMES[version.source]}</td>
              <td className="gwt-nowrap">{momentOf(version.addedAt)}</td>
              <td>{version.addedBy}</td>
              <td className="gwt-nowrap">{sizeOf(version.size)}</td>
              <td className="gwt-nowrap">
                {version.present ? (
                  <>
                    <Button
                      size="small"
                      type="link"
                      {...(index === 0 ? { 'data-first': '' } : {})}
                      onClick={() =>
                        void attempt(() => api.attachment.openVersion({ id, version: version.version }))
                      }
                    >
                      打开看
                    </Button>
                    <Button
                      size="small"
                      type="link"
                      onClick={() =>
                        void attempt(() => api.attachment.saveAs({ id, version: version.version }))
                      }
                    >
                      另存
                    </Button>
                    {version.current || readOnly ? null : (
                      <Button
                        size="small"
                        type="link"
                        onClick={() =>
                          void attempt(async () => {
                            await api.attachment.makeCurrent({ id, rowVersion, version: version.version });
                            onClose();
                          })
                        }
                      >
                        恢复为现行版
                      </Button>
                    )}
                  </>
                ) : (
                  <span className="gwt-soft">文件缺失</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
