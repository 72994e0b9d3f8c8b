import { useRef } from 'react';
import type { ReactNode, Ref } from 'react';
import { Button } from 'antd';
import { PICTURE_TYPES } from './picture-files.ts';

interface PictureButtonProps {
  readonly label: string;
  readonly title: string;
  readonly disabled?: boolean;
  readonly type?: 'text' | 'dashed' | 'default';
  /** Opened by a key as well. */
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Runs first; the file choice opens when it answers true. */
  readonly before?: () => Promise<boolean>;
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
}

/** Asks for a PNG or JPEG file. */
export function PictureButton(props: PictureButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const open = async (): Promise<void> => {
    if (props.before === undefined || (await props.before())) input.current?.click();
  };
  return (
    <>
      <Button
        ref={props.buttonRef ?? null}
        type={props.type ?? 'text'}
        disabled={props.disabled ?? false}
        aria-label={props.label}
        title={props.title}
        onClick={() => void open()}
      >
        {props.children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept={PICTURE_TYPES.join(',')}
        aria-label={props.label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again.
          event.target.value = '';
          if (file !== undefined) props.onChoose(file);
        }}
      />
    </>
  );
}
