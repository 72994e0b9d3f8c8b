import { Input } from 'antd';
import type { ComponentProps } from 'react';

type GrowingTextProps = Omit<ComponentProps<typeof Input.TextArea>, 'autoSize'>;

/**
 * Text of several lines that is as high as what it holds. Done by CSS (`field-sizing`): measuring in a
 * hidden copy, as the library does, needs inline styles, which the page's policy forbids.
 */
export function GrowingText({ className, ...props }: GrowingTextProps) {
  return <Input.TextArea {...props} className={`gwt-growing ${className ?? ''}`} rows={1} />;
}
