import { createContext, useContext, useMemo } from 'react';
import { App } from 'antd';
import { api, messageOf } from '../../../../app/api.ts';
import { refusalOf } from './picture-files.ts';

export interface StoredPicture {
  /** What the document names it by. */
  readonly file: string;
  /** Pixels as a person sees it, turned the way its camera says. */
  readonly width: number;
  readonly height: number;
}

/** How the open document takes and shows pictures. */
export interface Pictures {
  /** Stores one in the office's file folder; null when it was refused and the person has been told. */
  readonly store: (file: Blob) => Promise<StoredPicture | null>;
  /** Says why something was not put in. */
  readonly refuse: (message: string) => void;
}

export const PicturesContext = createContext<Pictures | null>(null);

/** Null where there is no document to put pictures into. */
export function usePictures(): Pictures | null {
  return useContext(PicturesContext);
}

/** The pictures of the document with this id. */
export function useDocumentPictures(id: string): Pictures {
  const { message } = App.useApp();
  return useMemo(() => {
    const refuse = (text: string): void => void message.error(text, 6);
    return {
      refuse,
      store: async (file) => {
        const refusal = refusalOf(file);
        if (refusal !== null) {
          refuse(refusal);
          return null;
        }
        let size: { width: number; height: number };
        try {
          // Decoded as it will be shown: a picture this program cannot show must not get into a document.
          const decoded = await createImageBitmap(file);
          size = { width: decoded.width, height: decoded.height };
          decoded.close();
        } catch {
          refuse('这张图片打不开，可能已损坏。没有插入，请换一个文件。');
          return null;
        }
        try {
          const bytes = new Uint8Array(await file.arrayBuffer());
          return { ...size, file: (await api.outgoing.addImage({ id, bytes })).file };
        } catch (error) {
          refuse(messageOf(error));
          return null;
        }
      },
    };
  }, [id, message]);
}

/** Address under which a stored picture can be shown; to be revoked. Null when there is none of this name. */
export async function pictureUrl(file: string): Promise<string | null> {
  const found = await api.outgoing.image({ file });
  if (found === null) return null;
  return URL.createObjectURL(new Blob([new Uint8Array(found.bytes)], { type: found.type }));
}
