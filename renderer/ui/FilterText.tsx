import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useHotKeys } from '../app/hot-keys.ts';

interface FilterTextProps {
  readonly value: string | undefined;
  readonly onChange: (text: string | undefined) => void;
  /** What is looked through, e.g. 标题、文号; the key is added. */
  readonly placeholder: string;
}

const ASK_AFTER_MS = 150;

/** The words a list is narrowed by, asked a moment after the last key; Ctrl+F goes there. */
export function FilterText({ value, onChange, placeholder }: FilterTextProps) {
  const [text, setText] = useState(value ?? '');
  const input = useRef<InputRef>(null);
  const asked = useRef(value ?? '');
  const change = useEffectEvent(onChange);
  useEffect(() => {
    if ((value ?? '') === asked.current) return;
    asked.current = value ?? '';
    setText(asked.current);
  }, [value]);
  useEffect(() => {
    if (text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      change(text === '' ? undefined : text);
    }, ASK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useHotKeys([
    {
      keys: '$mod+f',
      shown: 'Ctrl+F',
      label: '筛选本列表',
      whileTyping: true,
      run: () => input.current?.focus({ cursor: 'all' }),
    },
  ]);
  return (
    <Input
      ref={input}
      value={text}
      allowClear
      placeholder={`${placeholder}（Ctrl+F）`}
      aria-label="按文字筛选"
      className="gwt-filter-text"
      onChange={(event) => setText(event.target.value)}
    />
  );
}
