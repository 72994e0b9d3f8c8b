import { createHash } from 'node:crypto';
import {
  copyFileSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { chineseOrder } from '../../electron/db/chinese-order.ts';
import { migrationHash } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/all.ts';
import { openDatabase } from '../../electron/db/open.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { indexDue } from '../../electron/db/search-index.ts';
import { mergeIndexes } from '../../electron/db/search-merge.ts';
import { derivedColumns } from '../../electron/features/incoming/columns.ts';
import { setUpOffice } from '../../electron/features/system/first-run.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import { INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import { TextMaker } from './office-texts.ts';

/** An office of ten years: 300,000 收文 and the text of 100,000 attachments, in one file. */
export const ROWS = 300_000;
export const ATTACHMENTS = 100_000;
const PER_YEAR = 30_000;
const FIRST_YEAR = 2017;
/** Rows a transaction. */
const CHUNK = 2000;

export interface BenchOffice {
  readonly database: OfficeDatabase;
  readonly file: string;
  /** Seconds that making the file took; 0 when it was there already. */
  readonly generated: number;
  readonly close: () => Promise<void>;
}

/** Opens a copy of the office, which is made once and kept in the temporary folder of the system. */
export async function openBenchOffice(): Promise<BenchOffice> {
  const cache = path.join(tmpdir(), 'gongwentai-bench-office', `${fingerprint()}.db`);
  let generated = 0;
  if (!existsSync(cache)) {
    const start = performance.now();
    await generate(cache);
    generated = (performance.now() - start) / 1000;
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'gongwentai-bench-'));
  const file = path.join(folder, 'gongwentai.db');
  copyFileSync(cache, file, constants.COPYFILE_FICLONE);
  const database = await openDatabase({ file, backupFolder: folder, create: false });
  return {
    database,
    file,
    generated,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Changes with the migrations and with how the office is made, so that an old file is never measured. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const step of MIGRATIONS) hash.update(migrationHash(step));
  for (const name of ['office-data.ts', 'office-texts.ts']) {
    hash.update(readFileSync(path.join(import.meta.dirname, name)));
  }
  for (const name of ['search-sources.ts', 'search-tokens.ts']) {
    hash.update(readFileSync(path.join(import.meta.dirname, '..', '..', 'electron', 'db', name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function generate(cache: string): Promise<void> {
  const folder = path.dirname(cache);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = `${cache}.making`;
  const database = await openDatabase({ file, backupFolder: folder, create: true });
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
    // It is thrown away when making it fails.
    raw.pragma('synchronous = OFF');
    fillBook(raw);
    fillAttachments(raw);
    mergeAll(raw);
    raw.exec('ANALYZE');
  });
  await database.close();
  renameSync(file, cache);
}

/** Leaves the indexes as the program does when its person has paused. */
export function mergeAll(raw: BetterSqlite3.Database): void {
  let more = true;
  while (more) more = mergeIndexes(raw);
}

/** An INSERT for all columns but the row number. */
function inserting(raw: BetterSqlite3.Database, table: string) {
  const names = raw
    .prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?) WHERE name <> 'rowNumber'")
    .all(table)
    .map(({ name }) => name);
  const list = names.map((name) => `@${name}`).join(', ');
  return raw.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${list})`);
}

function inChunks(raw: BetterSqlite3.Database, count: number, insert: (index: number) => void): void {
  for (let from = 0; from < count; from += CHUNK) {
    raw
      .transaction(() => {
        for (let index = from; index < Math.min(from + CHUNK, count); index += 1) insert(index);
        indexDue(raw);
      })
      .immediate();
  }
}

function fillBook(raw: BetterSqlite3.Database): void {
  const series = raw.prepare(
    `INSERT INTO incomingSeries (id, rowVersion, createdAt, createdBy, updatedAt, updatedBy, year, first, last)
     VALUES ('series' || @year, 1, 0, 'bench', 0, 'bench', @year, 1, ${PER_YEAR})`,
  );
  for (let year = FIRST_YEAR; year < FIRST_YEAR + ROWS / PER_YEAR; year += 1) series.run({ year });
  const insert = inserting(raw, 'incoming');
  inChunks(raw, ROWS, (index) => insert.run(paper(index)));
}

function fillAttachments(raw: BetterSqlite3.Database): void {
  const texts = inserting(raw, 'fileText');
  const attachments = inserting(raw, 'attachment');
  const maker = new TextMaker(1);
  inChunks(raw, ATTACHMENTS, (index) => {
    const text = `${maker.text()}抽查编号${String(index).padStart(6, '0')}`;
    const stamps = { ...STAMPS, createdAt: index, updatedAt: index };
    const fileHash = createHash('sha256').update(`${index}`).digest('hex');
    texts.run({
      ...stamps,
      id: `text-${index}`,
      fileHash,
      text,
      searchText: foldText(text),
      source: index % 3 === 0 ? 'ocr' : 'extracted',
      pageCount: 2,
      state: 'ready',
    });
    attachments.run({
      ...stamps,
      id: `attachment-${index}`,
      ownerKind: 'incoming',
      ownerId: `bench-${(index * 7) % ROWS}`,
      position: 1,
      name: `附件${index}.pdf`,
      role: 'attachment',
      secrecy: '',
      version: 1,
      fileHash,
      state: 'active',
      voidReason: null,
    });
  });
}

const STAMPS = { rowVersion: 1, createdBy: 'bench', updatedBy: 'bench' };
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

/** The same papers in every run, nearly all of them closed and archived as in an old book. */
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
    ...STAMPS,
    titleOrder: chineseOrder(texts.title),
    id: `bench-${index}`,
    createdAt: index,
    updatedAt: index,
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
