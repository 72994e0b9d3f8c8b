import './dom-gaps.ts';
import { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingRow } from '../../shared/features/outgoing.ts';
import type { Bridge } from '../../shared/ipc/channels.ts';
import { useActiveHotKeys } from '../../renderer/app/hot-keys.ts';
import { createQueryClient } from '../../renderer/app/query.ts';
import { PagePeek } from '../../renderer/features/outgoing/PagePeek.tsx';
import { DataGrid } from '../../renderer/ui/DataGrid.tsx';

const rows = ['甲', '乙', '丙', '丁'].map((title): OutgoingRow => ({
  id: `id-${title}`,
  rowVersion: 1,
  documentNumber: '',
  title,
  genre: '通知',
  format: 'document',
  state: 'draft',
  drafterName: '林知夏',
  addressees: '',
  issuedOn: null,
  createdAt: 1,
  updatedAt: 1,
  sample: false,
  departmentName: '',
  urgency: '',
  disclosure: '',
  signatory: '',
  signedOn: null,
  printCopies: null,
  received: null,
  archiveNumber: '',
}));

/** What was asked of the program, each answered when the test says so. */
let asked: { readonly input: unknown; readonly answer: (envelope: unknown) => void }[] = [];
beforeEach(() => {
  asked = [];
  const bridge: Bridge = {
    ...window.app,
    invoke: (_procedure: string, input: unknown) =>
      new Promise((resolve) => asked.push({ input, answer: resolve })),
  };
  Object.assign(window, { app: bridge });
});
afterEach(cleanup);

function List({ opened }: { readonly opened: string[] }) {
  const [selected, setSelected] = useState(0);
  const [peeking, setPeeking] = useState(false);
  const keys = useActiveHotKeys();
  return (
    <QueryClientProvider client={client}>
      <DataGrid
        label="发文列表"
        columns={[]}
        count={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={(row) => row.id}
        rowHeight={33}
        sort={{ key: 'title', direction: 'asc' }}
        onSort={() => undefined}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => opened.push(row.title)}
        onPeek={() => setPeeking(!peeking)}
      />
      {peeking ? <PagePeek row={rows[selected]} onClose={() => setPeeking(false)} /> : null}
      <pre>{keys.map(({ shown }) => shown).join('|')}</pre>
    </QueryClientProvider>
  );
}
let client = createQueryClient();

function show(): { press: (key: string) => void; opened: string[] } {
  const opened: string[] = [];
  client = createQueryClient();
  render(<List opened={opened} />);
  const grid = screen.getByRole('grid');
  return {
    opened,
    press: (key) => {
      fireEvent.keyDown(grid, { key, code: key === ' ' ? 'Space' : key });
    },
  };
}
const panel = () => screen.queryByRole('complementary', { name: '首页预览' });
const picture = (text: string) => ({
  ok: true,
  value: { dataUrl: `data:image/webp;base64,${text}`, pages: 3 },
});

describe('the first page beside the list', () => {
  it('comes and goes with the space bar, goes with Esc, and is in the list of keys', () => {
    const { press, opened } = show();
    expect(panel()).toBeNull();
    expect(document.querySelector('pre')?.textContent).toContain('空格');
    press(' ');
    expect(panel()).not.toBeNull();
    expect(document.querySelector('pre')?.textContent).toContain('Esc');
    press(' ');
    expect(panel()).toBeNull();
    press(' ');
    press('Escape');
    expect(panel()).toBeNull();
    expect(opened).toEqual([]);
    press('Enter');
    expect(opened).toEqual(['甲']);
  });

  it('shows a calm sheet while the page is made, then the page', async () => {
    show().press(' ');
    expect(screen.getByRole('status').textContent).toBe('正在排出首页…');
    expect(asked.map(({ input }) => input)).toEqual([{ id: 'id-甲', page: 1, widthPx: 840 }]);
    asked[0]?.answer(picture('AAAA'));
    const image = await screen.findByRole<HTMLImageElement>('img', { name: '“甲”的首页' });
    expect(image.src).toBe('data:image/webp;base64,AAAA');
    expect(panel()?.textContent).toContain('第 1 页，共 3 页');
  });

  it('follows the selection, and asks only for the row where the person stops', async () => {
    const { press } = show();
    press(' ');
    asked[0]?.answer(picture('AAAA'));
    await screen.findByRole('img');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) press(key);
    expect(screen.queryByRole('img')).toBeNull();
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.input).toMatchObject({ id: 'id-丁' });
    asked[1]?.answer(picture('BBBB'));
    await screen.findByRole('img', { name: '“丁”的首页' });
    // What has been seen is there at once.
    press('Home');
    expect(screen.getByRole<HTMLImageElement>('img').src).toMatch(/AAAA$/u);
  });

  it('says why there is no picture', async () => {
    show().press(' ');
    const error = { code: 'INVALID_INPUT', message: '排版时出现程序错误。', ref: 'A1' };
    asked[0]?.answer({ ok: false, error });
    await expect.poll(() => screen.getByRole('status').textContent).toMatch(/^排版时出现程序错误。/u);
  });
});
