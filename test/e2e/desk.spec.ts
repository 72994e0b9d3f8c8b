import type { Page } from '@playwright/test';
import { expect, test } from './launch.ts';
import { completeFirstRun, invoke, launchNew } from './office.ts';
import { visit } from './visit.ts';

/** The desk, empty and with hundreds overdue, worked off by the keyboard. */

const DAY_MS = 86_400_000;
/** `YYYY-MM-DD`, so many days from now. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

const of = <T>(values: readonly T[], index: number): T | undefined => values[index % values.length];

/** Hundreds of papers and orders in every step, most of them late. */
async function fill(page: Page): Promise<void> {
  const departments: string[] = [];
  for (const [index, name] of ['医务科', '护理部', '后勤保障科', '财务科'].entries()) {
    const { id } = await invoke<{ id: string }>(page, 'office.saveDepartment', { name, sortOrder: index });
    departments.push(id);
  }
  for (let index = 0; index < 160; index += 1) {
    const asks = index % 8 === 0;
    const title = `关于${asks ? '商请支持' : '做好'}第${index + 1}项重点工作${
      index % 5 === 0 ? '并按要求报送有关情况和下一步工作安排的长标题' : ''
    }的${asks ? '函' : '通知'}`;
    const { id } = await invoke<{ id: string }>(page, 'incoming.register', {
      draft: {
        title,
        senderName: of(['江州市卫生健康委员会', '江州市财政局', '江州市消防救援支队'], index),
        documentNumber: `江发〔2026〕${index + 1}号`,
        genre: asks ? '函' : '通知',
        urgency: index % 12 === 0 ? '特急' : '平件',
        dueOn: dayFromNow(-((index * 7) % 40) + 6),
      },
    });
    const act = async (action: string, fields: object = {}) => {
      const { rowVersion } = await invoke<{ rowVersion: number }>(page, 'incoming.get', { id });
      await invoke(page, 'incoming.act', { id, rowVersion, action, fields });
    };
    const depth = index % 6;
    if (depth > 0) await act('submitReview');
    if (depth > 1) await act('passReview');
    const lead = of(departments, index);
    if (depth > 2)
      await act('propose', {
        opinion: '拟请办理。',
        leadDepartmentId: lead,
        dueOn: dayFromNow(-(index % 30)),
      });
    if (depth > 3)
      await act('instruct', { instructedBy: '王建国', instructedOn: dayFromNow(0), instruction: '请办理。' });
    if (depth > 4)
      await act('assign', { leadDepartmentId: lead, dueOn: dayFromNow(-((index * 3) % 25) + 4) });
  }
  for (let index = 0; index < 40; index += 1) {
    await invoke(page, 'matter.create', {
      draft: {
        title: `落实院长办公会第${index + 1}项议定事项`,
        orderedBy: '院长办公会',
        source: 'meeting',
        orderedOn: dayFromNow(-3),
        dueOn: dayFromNow(-(index % 12) + 3),
      },
      ...(index % 3 === 0 ? {} : { leadDepartmentId: of(departments, index) }),
    });
  }
  await invoke(page, 'incoming.expect', {
    draft: { title: '关于召开全市卫生健康工作会议的预通知', senderName: '江州市卫生健康委员会' },
  });
}

test('the desk says what is due, and every number leads to its items', async ({ launch, folder }) => {
  test.setTimeout(300_000);
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  await expect(page.getByText('没有逾期、今天到期或临近的事项。')).toBeVisible();
  await visit(app, page, 'desk-empty');

  await fill(page);
  const due = page.getByRole('list', { name: '时限' });
  await expect(due).toContainText(/逾期 \d\d+ 件/u);
  await visit(app, page, 'desk-full');

  // 1–5 choose the list, the arrows a row, Enter opens it, Alt+1 comes back to it.
  await page.keyboard.press('3');
  await expect(page.getByRole('grid', { name: '未答复的请示、函' })).toContainText('商请支持');
  await visit(app, page, 'desk-unanswered');
  await page.keyboard.press('5');
  await expect(page.getByRole('grid', { name: '预告未到' })).toContainText('预通知');
  await page.keyboard.press('2');
  await expect(page.getByRole('grid', { name: '待办公室办' })).toBeFocused();
  await page.keyboard.press('1');
  const grid = page.getByRole('grid', { name: '到期与逾期' });
  await expect(grid).toContainText('逾期');
  await page.keyboard.press('ArrowDown');
  const chosen = await grid.getByRole('row', { selected: true }).textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: '办理经过与下一步' })).toBeVisible();
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  expect(chosen).toContain(title ?? 'no title');
  await page.keyboard.press('Alt+1');
  await expect(grid.getByRole('row', { selected: true })).toHaveText(chosen ?? '');

  // A number opens the list of just those.
  const step = page.getByRole('group', { name: '各步件数' }).getByRole('link', { name: /待批示/u });
  const count = /待批示\s*(\d+)/u.exec((await step.textContent()) ?? '')?.[1];
  await step.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: '件数' })).toHaveText(`共 ${count ?? ''} 件（已筛选）`);
  const place = page.getByRole('link', { name: '承办' }).first();
  await expect(place).toHaveAttribute('title', /待办公室办 \d+ 件，逾期 \d+ 件/u);
});

/** The labels of the tray's menu as it was last set, `✓` behind what is chosen. */
interface WatchedMenu {
  readonly labels: readonly string[];
}

test('the program stays in the tray when it is told to, and its menu says what is due', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launchNew(launch, folder);
  await completeFirstRun(page, false);
  await invoke(page, 'matter.create', {
    draft: { title: '报送周报', orderedBy: '院长', orderedOn: dayFromNow(-3), dueOn: dayFromNow(-1) },
  });
  await app.evaluate(({ Menu }) => {
    const held = globalThis as { trayMenu?: Electron.Menu | null };
    const build = Menu.buildFromTemplate.bind(Menu);
    // Submenus are built on the way, the menu itself last.
    Menu.buildFromTemplate = (template) => {
      held.trayMenu = build(template);
      return held.trayMenu;
    };
  });
  const menu = (): Promise<WatchedMenu> =>
    app.evaluate(() => {
      const held = globalThis as { trayMenu?: Electron.Menu | null };
      const label = (item: Electron.MenuItem): string[] => [
        `${item.label}${item.checked ? ' ✓' : ''}`,
        ...(item.submenu?.items ?? []).flatMap(label),
      ];
      return { labels: (held.trayMenu?.items ?? []).flatMap(label) };
    });
  const choose = (id: string): Promise<void> =>
    app.evaluate((_electron, wanted) => {
      const held = globalThis as { trayMenu?: Electron.Menu | null };
      held.trayMenu?.getMenuItemById(wanted)?.click();
    }, id);

  await page.evaluate(() => {
    window.location.hash = '#/settings?section=reminders';
  });
  await expect(page.getByRole('heading', { name: '提醒与托盘', level: 1 })).toBeVisible();
  await page.getByLabel('提醒时间').fill('8点半');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('alert')).toContainText(['时间不对，请按 08:30 填写']);
  await page.getByLabel('提醒时间').fill('16:00、08:20');
  await page.getByLabel('关闭窗口后留在托盘').check();
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByLabel('提醒时间')).toHaveValue('08:20、16:00');
  await visit(app, page, 'settings-reminders');

  await expect.poll(async () => (await menu()).labels).toContain('打开公文台');
  expect((await menu()).labels).toEqual(
    expect.arrayContaining(['勿扰', '1 小时', '今天', '关闭 ✓', '今天值班（休息日也提醒）', '退出']),
  );
  await choose('quietToday');
  await expect.poll(async () => (await menu()).labels).toContain('今天 ✓');
  expect((await menu()).labels).toContain('勿扰（到今天结束）');
  await choose('duty');
  await expect.poll(async () => (await menu()).labels).toContain('今天值班（休息日也提醒） ✓');

  // Closing hides the window; the menu brings it back, at the desk when that is asked for.
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(visible).toBe(false);
  await choose('desk');
  await expect.poll(visible).toBe(true);
  await expect(page.getByRole('heading', { name: '工作台', level: 1 })).toBeVisible();
  await expect(page.getByRole('grid', { name: '到期与逾期' })).toContainText('报送周报');
});
