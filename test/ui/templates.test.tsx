import './dom-gaps.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Office } from '../../shared/features/office.ts';
import type { Template } from '../../shared/features/templates.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Gongwen, Genre } from '../../shared/gongwen/model.ts';
import { templateContentSchema } from '../../shared/gongwen/template.ts';
import { createQueryClient } from '../../renderer/app/query.ts';
import { NewDocumentDialog } from '../../renderer/features/outgoing/NewDocumentDialog.tsx';
import { createDocumentStore } from '../../renderer/features/outgoing/editor/document-store.ts';
import { IssuerMarkControl } from '../../renderer/features/outgoing/editor/form/IssuerMarkControl.tsx';
import { ApplyTemplateDialog } from '../../renderer/features/templates/ApplyTemplateDialog.tsx';
import {
  checkValues,
  contentOf,
  freshValues,
  valuesOf,
} from '../../renderer/features/templates/form-values.ts';
import { proposedTemplate, rememberTemplate } from '../../renderer/features/templates/last-used.ts';
import { entryOf, TemplateList } from '../../renderer/features/templates/TemplateList.tsx';
import { templateList } from '../../renderer/features/templates/queries.ts';

afterEach(cleanup);

const template = (name: string, content: Record<string, unknown> = {}): Template => ({
  id: `id-${name}`,
  rowVersion: 1,
  name,
  voidReason: null,
  updatedAt: 1,
  content: templateContentSchema.parse({
    format: 'document',
    issuers: ['江城市卫生健康委员会'],
    markSuffix: '文件',
    ...content,
  }),
});

const paper = template('委文件', {
  charHeight: 20,
  addressees: ['各区卫生健康局'],
  printingOffice: '江城市卫生健康委员会办公室',
});
const letter = template('委函', { format: 'letter', markSuffix: '' });
const minutes = template('办公会纪要', { format: 'minutes', markSuffix: '纪要' });

/** What the program has read already; nothing is asked for again. */
function show(ui: ReactNode, templates: readonly Template[]): void {
  const client = createQueryClient();
  client.setQueryData(templateList().queryKey, [...templates]);
  render(<QueryClientProvider client={client}>{ui}</QueryClientProvider>);
}

const draft = (part: Record<string, unknown> = {}): Gongwen =>
  gongwenDraftSchema.parse({ genre: '通知', issuers: ['某局'], body: [], ...part });

const openApply = (document: Gongwen, templates: readonly Template[] = [paper]) => {
  const store = createDocumentStore(document);
  let edits = 0;
  store.onEdit(() => {
    edits += 1;
  });
  const closed = { count: 0 };
  show(
    <ApplyTemplateDialog
      store={store}
      onClose={() => {
        closed.count += 1;
      }}
    />,
    templates,
  );
  return { store, edits: () => edits, closed };
};
const ticked = (): string[] =>
  within(screen.getByRole('list', { name: '将要改动的内容' }))
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter((box) => box.checked)
    .map((box) => box.closest('label')?.textContent ?? '');

describe('putting a template on a document', () => {
  it('shows every change first and does nothing by itself', () => {
    const { store, edits } = openApply(draft({ addressees: ['甲单位'] }));
    const before = store.get();
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    expect(screen.getByText('各区卫生健康局')).toBeDefined();
    // the drafter's own words are replaced only when asked for
    expect(ticked()).toEqual(['发文机关', '机关标志', '印发机关']);
    expect(store.get()).toBe(before);
    expect(edits()).toBe(0);
  });

  it('changes what is ticked and nothing else', () => {
    const { store, edits, closed } = openApply(draft({ addressees: ['甲单位'], title: '标题' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /主送机关/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: '印发机关' }));
    fireEvent.click(screen.getByRole('button', { name: '套用（3 处改动）' }));
    expect(store.get()).toEqual(
      draft({
        title: '标题',
        issuers: ['江城市卫生健康委员会'],
        issuerMark: { charHeight: 20 },
        addressees: ['各区卫生健康局'],
      }),
    );
    expect([edits(), closed.count]).toEqual([1, 1]);
  });

  it('cancelling leaves the document as it is', () => {
    const { store, edits, closed } = openApply(draft());
    const before = store.get();
    fireEvent.click(screen.getByRole('button', { name: /取\s*消|Cancel/ }));
    expect(store.get()).toBe(before);
    expect([edits(), closed.count]).toEqual([0, 1]);
  });

  it('has nothing to do where the document already is as the template says', () => {
    const { store } = openApply(
      draft({ issuers: ['江城市卫生健康委员会'], issuerMark: { charHeight: 20 }, ...pick(paper) }),
    );
    expect(screen.getByText(/已经与模板一致/)).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /套\s*用/ }).disabled).toBe(true);
    expect(store.get().title).toBe('');
  });

  it('offers only what the 文种 can have', () => {
    openApply(draft(), [minutes]);
    expect(screen.getByText(/没有可用于本文种的模板/)).toBeDefined();
  });
});

function pick({ content }: Template): Pick<Gongwen, 'addressees' | 'printingOffice'> {
  return { addressees: content.addressees, printingOffice: content.printingOffice };
}

const openNew = (templates: readonly Template[]): [Genre, string | undefined][] => {
  const made: [Genre, string | undefined][] = [];
  show(
    <NewDocumentDialog onCreate={(genre, id) => made.push([genre, id])} onClose={() => undefined} />,
    templates,
  );
  return made;
};
const enter = (): void => {
  fireEvent.keyDown(screen.getByRole('radio', { name: '通知' }), { key: 'Enter' });
};

describe('a new document', () => {
  it('needs Enter only: the template of last time stands ready', () => {
    rememberTemplate(letter.id);
    const made = openNew([paper, letter]);
    enter();
    expect(made).toEqual([['通知', letter.id]]);
  });

  it('takes the only template there is, and none when there is none', () => {
    rememberTemplate('gone');
    const one = openNew([paper]);
    enter();
    expect(one).toEqual([['通知', paper.id]]);
    cleanup();
    const none = openNew([]);
    expect(screen.queryByRole('combobox', { name: '红头模板' })).toBeNull();
    enter();
    expect(none).toEqual([['通知', undefined]]);
  });

  it('does not offer a template that the 文种 cannot have', () => {
    rememberTemplate(minutes.id);
    const made = openNew([minutes]);
    expect(screen.queryByRole('combobox', { name: '红头模板' })).toBeNull();
    enter();
    fireEvent.click(screen.getByRole('radio', { name: '纪要' }));
    expect(screen.getByRole('combobox', { name: '红头模板' })).toBeDefined();
    fireEvent.keyDown(screen.getByRole('radio', { name: '纪要' }), { key: 'Enter' });
    expect(made).toEqual([
      ['通知', undefined],
      ['纪要', minutes.id],
    ]);
  });

  it('keeps the wish to work without a template', () => {
    rememberTemplate('');
    expect(proposedTemplate([paper])).toBeUndefined();
    const made = openNew([paper]);
    enter();
    expect(made).toEqual([['通知', undefined]]);
  });
});

describe('the list of templates', () => {
  it('is walked with the arrow keys and opened with Enter', () => {
    const chosen: string[] = [];
    let edits = 0;
    let voids = 0;
    render(
      <TemplateList
        entries={[paper, letter, minutes].map(entryOf)}
        selected={letter.id}
        onSelect={(key) => chosen.push(key)}
        onEdit={() => {
          edits += 1;
        }}
        onVoid={() => {
          voids += 1;
        }}
      />,
    );
    const list = screen.getByRole('listbox', { name: '红头模板' });
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'F2', 'Delete', 'x']) {
      fireEvent.keyDown(list, { key });
    }
    expect(chosen).toEqual([minutes.id, paper.id, paper.id, minutes.id]);
    expect([edits, voids]).toEqual([2, 1]);
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('委函');
  });
});

describe('what the form holds', () => {
  it('is the template again', () => {
    for (const { name, content } of [paper, letter, minutes]) {
      expect(checkValues(valuesOf(name, content))).toEqual({ ok: true, name, content });
    }
  });

  it('understands lists as people type them', () => {
    const values = { ...valuesOf('甲', paper.content), addressees: '甲局、乙局', copyTo: '丙、丁\n戊' };
    expect(contentOf(values)).toMatchObject({ addressees: ['甲局', '乙局'], copyTo: [['丙', '丁'], ['戊']] });
  });

  it('tells the fault of each field in one sentence', () => {
    const values = { ...valuesOf('', letter.content), issuers: '', markSuffix: '文件' };
    expect(checkValues(values)).toEqual({
      ok: false,
      faults: {
        name: '请填写模板名称',
        issuers: '请填写发文机关',
        markSuffix: '信函格式的发文机关标志不加后缀，请留空',
      },
    });
    expect(contentOf(values)).toBeUndefined();
  });

  it('starts with what the office is called', () => {
    const office: Office = {
      rowVersion: 1,
      name: '某局',
      printingOffice: '某局办公室',
      sampleLoaded: false,
      issuerCodes: [],
    };
    expect(freshValues(office)).toMatchObject({
      issuers: '某局',
      printingOffice: '某局办公室',
      markSuffix: '文件',
    });
    expect(contentOf(freshValues(office))).toBeDefined();
  });
});

describe('the mark in the form of a document', () => {
  it('keeps the size and red of its template when its words change', () => {
    const mark = { charHeight: 20, color: '#C00000' } as const;
    const store = createDocumentStore(draft({ issuerMark: mark }));
    render(<IssuerMarkControl store={store} id="mark" disabled={false} onOpenText={() => undefined} />);
    fireEvent.click(screen.getByRole('checkbox', { name: /文件/ }));
    expect(store.get().issuerMark).toEqual({ ...mark, suffix: '' });
    expect(screen.getByText(/字高 20 毫米，深红/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: '恢复自动' }));
    expect(store.get().issuerMark).toEqual({ suffix: '' });
  });
});
