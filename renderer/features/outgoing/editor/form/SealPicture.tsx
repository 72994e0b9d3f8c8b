import { useEffect, useState } from 'react';
import { App, Button } from 'antd';
import { z } from 'zod';
import { PICTURE_LIMITS_TEXT } from '../../../../../shared/features/outgoing-images.ts';
import { useViewState } from '../../../../app/view-state.ts';
import { PictureButton } from '../pictures/PictureButton.tsx';
import { pictureUrl, usePictures } from '../pictures/pictures.ts';

/** Practice (实务), not the standard's word. */
const WARNING = '图片印章不具法律效力，只作版式预览：正式印发须加盖实物印章，或者使用合规的电子印章。';

/** The stored picture as an address; undefined while it is being read, null when it is gone. */
function usePictureUrl(file: string | undefined): string | null | undefined {
  const [found, setFound] = useState<{ readonly file: string; readonly url: string | null }>();
  useEffect(() => {
    if (file === undefined) return undefined;
    let url: string | null = null;
    let over = false;
    const load = async (): Promise<void> => {
      const made = await pictureUrl(file).catch(() => null);
      if (over && made !== null) URL.revokeObjectURL(made);
      if (over) return;
      url = made;
      setFound({ file, url: made });
    };
    void load();
    return () => {
      over = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [file]);
  return found !== undefined && found.file === file ? found.url : undefined;
}

interface SealPictureProps {
  /** Whose: names the controls, e.g. 印章 1. */
  readonly label: string;
  readonly disabled: boolean;
  readonly image: string | undefined;
  readonly onChange: (image: string | undefined) => void;
}

/** A picture of a seal: none unless chosen; what it is not is said first, and stays said beside it. */
export function SealPicture({ label, disabled, image, onChange }: SealPictureProps) {
  const { modal } = App.useApp();
  const pictures = usePictures();
  const [told, setTold] = useViewState('editor.sealPictureTold', z.boolean(), false);
  const url = usePictureUrl(image);
  if (pictures === null) return null;
  const confirm = async (): Promise<boolean> => {
    if (told) return true;
    const agreed = await modal.confirm({
      title: '图片印章没有法律效力',
      content: (
        <>
          <p>{WARNING}（实务）</p>
          <p>选用后，预览、导出和打印都会画出这张图片；“移除图片”即恢复留白。</p>
        </>
      ),
      okText: '知道了，选图片',
      cancelText: '不用图片',
    });
    if (agreed) setTold(true);
    return agreed;
  };
  const choose = async (file: File): Promise<void> => {
    const stored = await pictures.store(file);
    if (stored !== null) onChange(stored.file);
  };
  if (image === undefined) {
    return disabled ? null : (
      <PictureButton
        label={`${label} 选图片`}
        title={`${WARNING}${PICTURE_LIMITS_TEXT}，宜用背景透明的 PNG`}
        type="text"
        before={confirm}
        onChoose={(file) => void choose(file)}
      >
        图片…
      </PictureButton>
    );
  }
  return (
    <div className="gwt-seal-picture">
      {url === undefined || url === null ? (
        <span className="gwt-soft">{url === null ? '图片文件找不到' : ''}</span>
      ) : (
        <img src={url} alt={`${label} 的图片`} />
      )}
      <span className="gwt-severity-warning gwt-seal-warning" role="note">
        {WARNING}
      </span>
      <Button
        size="small"
        disabled={disabled}
        aria-label={`${label} 移除图片`}
        onClick={() => onChange(undefined)}
      >
        移除图片
      </Button>
    </div>
  );
}
