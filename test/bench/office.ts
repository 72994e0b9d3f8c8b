import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chineseOrder } from '../../electron/db/chinese-order.ts';
import { openDatabase } from '../../electron/db/open.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { derivedColumns } from '../../electron/features/incoming/columns.ts';
import { findDuplicates } from '../../electron/features/incoming/duplicates.ts';
import { listIncoming } from '../../electron/features/incoming/list.ts';
import { registerIncoming, saveIncoming } from '../../electron/features/incoming/register.ts';
import { readIncoming } from '../../electron/features/incoming/store.ts';
import { setUpOffice } from '../../electron/features/system/first-run.ts';
import { INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import { incomingDraftSchema } from '../../shared/features/incoming-items.ts';
import { incomingContract } from '../../shared/features/incoming.ts';
import type { z } from 'zod';
import { timed } from './measurement.ts';
import type { Measurement } from './measurement.ts';

const ROWS = 300_000;
const PER_YEAR = 30_000;
const FIRST_YEAR = 2017;
/** What a person does not notice; ms. */
const BAR = 20;
const RUNS = 21;

type ListInput = z.input<typeof incomingContract.list.input>;

const SENDERS = [
  '江州市人民政府',
  '江州市财政局',
  '江州市水利局',
  '省住房和城乡建设厅',
  '临江市卫生健康委员会',
];
const VERBS = ['做好', '召开', '开展', '报送', '加强', '规范', '调整', '推进'];
const TOPICS = [
  '汛期地质灾害防治',
  '安全生产专项检查',
  '住房公积金缴存',
  '档案整理',
  '年度预算编制',
  '征兵',
  '森林防火',
];
const KINDS = ['通知', '意见', '函', '通报', '请示', '批复'];

/** 收文 with 300,000 papers of ten years in one file. */
export async function office(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-bench-'));
  const file = path.join(folder, 'gongwentai.db');
  const database = await openDatabase({ file, backupFolder: folder, create: true });
  try {
    await fill(database);
    return await measure(database);
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(database: OfficeDatabase): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const add = async (
    name: string,
    run: (round: number) => Promise<unknown>,
    bar: number | undefined = BAR,
  ) => {
    const times: number[] = [];
    for (let round = 0; round < RUNS; round += 1) times.push(await timed(() => run(round)));
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(RUNS - 1, Math.floor(RUNS * part))] ?? Number.NaN;
    const measurement = { name, value: at(0.5), unit: 'ms' as const, note: `p95 ${at(0.95).toFixed(1)} ms` };
    results.push(bar === undefined ? measurement : { ...measurement, bar });
  };
  const list = (input: Partial<ListInput>) =>
    listIncoming(
      database.read,
      incomingContract.list.input.parse({
        filter: {},
        sort: { key: 'number', direction: 'desc' },
        offset: 0,
        limit: 100,
        ...input,
      }),
    );
  await add('收文首页', () => list({}));
  await add('收文最后一页', () => list({ offset: ROWS - 100 }));
  await add('按标题排序', () => list({ sort: { key: 'title', direction: 'asc' } }));
  await add('按来文单位排序', () => list({ sort: { key: 'senderName', direction: 'desc' } }));
  await add('筛选承办中', () => list({ filter: { states: ['handling'] } }));
  await add('筛选承办中，按时限', () =>
    list({ filter: { states: ['handling'] }, sort: { key: 'dueOn', direction: 'asc' } }),
  );
  await add('筛选一年', () => list({ filter: { year: 2020 } }));
  await add('到期件', () =>
    list({ filter: { dueBy: '2020-06-01' }, sort: { key: 'dueOn', direction: 'asc' } }),
  );
  await add('搜常见词“通知”', () => list({ filter: { text: '通知' } }));
  await add('搜一个字“防”', () => list({ filter: { text: '防' } }));
  await add('搜罕见词', (round) => list({ filter: { text: `第${round * 997}批` } }));
  await add('搜没有的词', () => list({ filter: { text: '没有这样的词' } }));
  await add('搜拼音首字母', () => list({ filter: { text: 'slfh' } }));
  await add('搜常见词，按标题排序', () =>
    list({ filter: { text: '通知' }, sort: { key: 'title', direction: 'asc' } }),
  );
  await add('两个常见词，不同现', () => list({ filter: { text: '森林防火 征兵' } }));
  await add('查重', (round) =>
    findDuplicates(database.read, {
      senderName: '江州市财政局',
      documentNumber: `江发〔2020〕${round}号`,
      title: `关于做好森林防火工作的通知（第${round}批）`,
    }),
  );
  const actor = await database.read.selectFrom('person').select(['id', 'name']).executeTakeFirstOrThrow();
  const draft = incomingDraftSchema.parse({ title: '关于做好防汛工作的通知', senderName: '江州市财政局' });
  const ids: string[] = [];
  await add('登记一件（落盘）', async () => {
    const done = await database.write({ actor, action: 'incoming.register' }, (change) =>
      registerIncoming(change, draft, {}),
    );
    ids.push(done.id);
  });
  await add('修改一件（落盘）', async (round) => {
    const id = ids[round] ?? '';
    const { row } = await readIncoming(database.read, id);
    const changed = { ...draft, remark: `第${round}次` };
    await database.write({ actor, action: 'incoming.save' }, (change) =>
      saveIncoming(change, { id, rowVersion: row.rowVersion }, changed),
    );
  });
  return results;
}

/** The same papers in every run, nine tenths of them closed and archived as in an old book. */
async function fill(database: OfficeDatabase): Promise<void> {
  await setUpOffice(
    database,
    {
      folderToken: '',
      notForSecretsConfirmed: true,
      officeName: '临江市住房和城乡建设局',
      issuerCode: '临建发',
      printingOffice: '临江市住房和城乡建设局办公室',
      personName: '林晓',
      loadSample: false,
    },
    () => Promise.resolve(),
  );
  await database.exclusively((raw) => {
    const names = raw
      .prepare<[], { name: string }>(
        "SELECT name FROM pragma_table_info('incoming') WHERE name <> 'rowNumber'",
      )
      .all()
      .map(({ name }) => name);
    const insert = raw.prepare(
      `INSERT INTO incoming (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    );
    const series = raw.prepare(
      `INSERT INTO incomingSeries (id, rowVersion, createdAt, createdBy, updatedAt, updatedBy, year, first, last)
       VALUES ('series' || @year, 1, 0, 'bench', 0, 'bench', @year, 1, ${PER_YEAR})`,
    );
    raw.transaction(() => {
      for (let year = FIRST_YEAR; year < FIRST_YEAR + ROWS / PER_YEAR; year += 1) series.run({ year });
      for (let index = 0; index < ROWS; index += 1) insert.run(paper(index));
    })();
  });
}

function paper(index: number): Record<string, string | number | null> {
  const bookYear = FIRST_YEAR + Math.floor(index / PER_YEAR);
  const serial = (index % PER_YEAR) + 1;
  const of = (values: readonly string[], step: number) =>
    values[Math.floor(index / step) % values.length] ?? '';
  const month = String(1 + (Math.floor(serial / 2500) % 12)).padStart(2, '0');
  const open = index % 50 === 0;
  const state = open ? of(INCOMING_STATES.slice(2, 11), 50) : 'archived';
  const texts = {
    title: `关于${of(VERBS, 7)}${of(TOPICS, 3)}工作的${of(KINDS, 11)}（第${index}批）`,
    senderName: `${of(SENDERS, 5)}${index % 60 === 0 ? '' : '办公室'}`,
    documentNumber: `江发〔${bookYear}〕${serial}号`,
    number: `收〔${bookYear}〕${String(serial).padStart(4, '0')}`,
    remark: '',
    signerName: '林晓',
    opinion: '拟请有关科室阅办。',
    instructedBy: '王局长',
    instruction: '同意。',
    leadName: '工程科',
    assistNames: '',
    result: open ? '' : '已办结',
    replyNumber: '',
  };
  return {
    ...texts,
    ...derivedColumns(texts),
    titleOrder: chineseOrder(texts.title),
    id: `bench-${index}`,
    rowVersion: 1,
    createdAt: index,
    createdBy: 'bench',
    updatedAt: index,
    updatedBy: 'bench',
    state,
    suspendedFrom: null,
    suspendedAt: null,
    voidedFrom: null,
    voidReason: null,
    bookYear,
    serial,
    receivedAt: Date.UTC(bookYear, Number(month) - 1, 1 + (index % 28)),
    senderId: null,
    genre: of(KINDS, 11),
    secrecy: '',
    secrecyTerm: '',
    urgency: index % 20 === 0 ? '特急' : '平件',
    copyNumber: '',
    copies: 1,
    attachmentCount: 0,
    pageCount: 3,
    channel: '邮寄',
    issuedOn: null,
    replyRequired: 0,
    dueOn: `${bookYear}-${month}-28`,
    returnReason: '',
    suggestedLeadId: null,
    leadDepartmentId: null,
    rejections: 0,
    circulation: '',
    replyMethod: '',
    repliedOn: null,
    location: '档案室',
    archiveNumber: '',
    importId: 'bench',
    sample: 0,
  };
}
