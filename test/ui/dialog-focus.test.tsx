import './dom-gaps.ts';
import { useState } from 'react';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { Dialog } from '../../renderer/ui/Dialog.tsx';

afterEach(cleanup);

function Screen() {
  const [open, setOpen] = useState<'none' | 'first' | 'second'>('none');
  return (
    <>
      <div tabIndex={0} role="grid" aria-label="列表" onKeyDown={() => setOpen('first')} />
      <button type="button">别处</button>
      {open === 'first' ? (
        <Dialog title="第一个" onCancel={() => setOpen('none')} footer={null}>
          <button type="button" data-first="" onClick={() => setOpen('second')}>
            再开一个
          </button>
        </Dialog>
      ) : null}
      {open === 'second' ? (
        <Dialog title="第二个" onCancel={() => setOpen('none')} footer={null}>
          <input aria-label="理由" data-first="" />
        </Dialog>
      ) : null}
    </>
  );
}

const grid = () => screen.getByRole('grid', { hidden: true });
const close = () => fireEvent.click(screen.getByRole('button', { name: '关闭' }));

describe('the focus after a dialog', () => {
  it('goes back to where it was', async () => {
    render(<Screen />);
    grid().focus();
    fireEvent.keyDown(grid(), { key: '?' });
    screen.getByRole('button', { name: '再开一个' }).focus();
    close();
    await expect.poll(() => document.activeElement).toBe(grid());
  });

  it('goes back to before the first of two dialogs', async () => {
    render(<Screen />);
    grid().focus();
    fireEvent.keyDown(grid(), { key: '?' });
    const again = screen.getByRole('button', { name: '再开一个' });
    again.focus();
    fireEvent.click(again);
    screen.getByLabelText('理由').focus();
    close();
    await expect.poll(() => document.activeElement).toBe(grid());
  });

  it('stays where something else has taken it', async () => {
    render(<Screen />);
    grid().focus();
    fireEvent.keyDown(grid(), { key: '?' });
    close();
    screen.getByText('别处').focus();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(document.activeElement).toBe(screen.getByText('别处'));
  });
});
