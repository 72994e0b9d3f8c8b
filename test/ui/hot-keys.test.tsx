import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useActiveHotKeys, useHotKeys } from '../../renderer/app/hot-keys.ts';

/** A key as the browser sends it: what it writes and where it lies. */
function press(target: Element, key: string, more: KeyboardEventInit = {}): void {
  fireEvent.keyDown(target, { key, code: CODES[key] ?? key, ...more });
}
const CODES: Readonly<Record<string, string>> = { s: 'KeyS', '1': 'Digit1', '?': 'Slash' };

function Screen({ ran }: { readonly ran: string[] }) {
  useHotKeys([
    { keys: '$mod+s', shown: 'Ctrl+S', label: '保存', whileTyping: true, run: () => ran.push('save') },
    { keys: 'Delete', shown: 'Delete', label: '删除', whileTyping: false, run: () => ran.push('delete') },
    { keys: '1', shown: '1', label: '编号', whileTyping: false, run: () => ran.push('number') },
    { keys: '[Shift]+?', shown: '?', label: '快捷键', whileTyping: false, run: () => ran.push('keys') },
  ]);
  const active = useActiveHotKeys();
  return (
    <>
      <input aria-label="标题" />
      <div contentEditable aria-label="正文" role="textbox" />
      <button type="button">按钮</button>
      <output>{active.map((key) => key.shown).join(' ')}</output>
    </>
  );
}

afterEach(cleanup);

describe('hot keys', () => {
  it('act on the screen and in fields as declared', () => {
    const ran: string[] = [];
    render(<Screen ran={ran} />);
    const field = screen.getByLabelText('标题');
    const button = screen.getByRole('button');
    press(field, 's', { ctrlKey: true });
    press(field, 'Delete');
    press(field, '1');
    press(button, 'Delete');
    press(button, '1');
    press(button, '?', { shiftKey: true });
    expect(ran).toEqual(['save', 'delete', 'number', 'keys']);
  });

  it('never act while an input method composes', () => {
    const ran: string[] = [];
    render(<Screen ran={ran} />);
    for (const target of [screen.getByLabelText('标题'), screen.getByRole('button'), document.body]) {
      press(target, 's', { ctrlKey: true, isComposing: true });
      press(target, '1', { isComposing: true });
      press(target, 'Delete', { keyCode: 229 });
    }
    expect(ran).toEqual([]);
    press(document.body, 's', { ctrlKey: true });
    expect(ran).toEqual(['save']);
  });

  it('rest while a dialog lies over the screen', () => {
    const ran: string[] = [];
    render(<Screen ran={ran} />);
    const dialog = document.createElement('div');
    dialog.className = 'ant-modal-wrap';
    dialog.innerHTML = '<div class="ant-modal"></div>';
    document.body.append(dialog);
    press(document.body, 's', { ctrlKey: true });
    dialog.remove();
    expect(ran).toEqual([]);
  });

  it('are listed while they act and gone with their screen', () => {
    const { unmount } = render(<Screen ran={[]} />);
    expect(screen.getByRole('status').textContent).toBe('Ctrl+S Delete 1 ?');
    unmount();
    const ran: string[] = [];
    press(document.body, 's', { ctrlKey: true });
    expect(ran).toEqual([]);
  });
});
