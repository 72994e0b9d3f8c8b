import type { OfficeDatabase } from '../../electron/db/open.ts';
import { indexDue } from '../../electron/db/search-index.ts';
import { mergeAll } from './office-data.ts';
import { uuidv7 } from '../../electron/db/uuid.ts';
import { documentColumns } from '../../electron/features/outgoing/columns.ts';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Genre, Gongwen } from '../../shared/gongwen/model.ts';

const PLACES = ['城东', '城西', '高新区', '江北', '白塔镇', '柳河乡', '开发区', '老城'] as const;
const MATTERS = [
  '防汛抗旱',
  '安全生产',
  '春季植树',
  '预算执行',
  '信访积案',
  '污水管网',
  '道路改造',
  '危房排查',
  '档案整理',
  '干部培训',
  '疫苗接种',
  '消防演练',
  '村级财务',
  '物业管理',
  '政务公开',
  '会议筹备',
] as const;
const GENRES: readonly Genre[] = ['通知', '通知', '通知', '通知', '函', '请示', '报告', '纪要'];
const YEARS = 10;
const DRAFTERS = 20;
/** Rows a transaction; the machine breathes in between. */
const CHUNK = 5000;

/** Fills an office with documents of ten years, as many a year; answers one of the drafters. */
export async function fillOffice(database: OfficeDatabase, size: number): Promise<{ drafterId: string }> {
  const people = Array.from({ length: DRAFTERS }, (_, index) => `person-${index}`);
  await database.exclusively((raw) => {
    const insert = raw.prepare(
      `INSERT INTO person (id, rowVersion, createdAt, createdBy, updatedAt, updatedBy, name, nameOrder, departmentId,
         post, phone, role, active, sample)
       VALUES (?, 1, 0, 'bench', 0, 'bench', ?, ?, NULL, '', '', 'clerk', 1, 0)`,
    );
    for (const [index, id] of people.entries())
      insert.run(id, `拟稿人${index}`, String(index).padStart(3, '0'));
  });
  for (let from = 0; from < size; from += CHUNK) {
    await database.exclusively((raw) => {
      const columns = [
        'id',
        'rowVersion',
        'createdAt',
        'createdBy',
        'updatedAt',
        'updatedBy',
        'state',
        'drafterId',
        'sample',
        'document',
        'title',
        'titleOrder',
        'genre',
        'format',
        'documentNumber',
        'numberOrder',
        'addressees',
        'issuedOn',
        'year',
        'searchText',
      ];
      const insert = raw.prepare(
        `INSERT INTO outgoing (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      );
      raw
        .transaction(() => {
          for (let index = from; index < Math.min(from + CHUNK, size); index += 1) {
            insert.run(row(index, size, people[index % DRAFTERS] ?? ''));
          }
          indexDue(raw);
        })
        .immediate();
    });
  }
  await database.exclusively(mergeAll);
  return { drafterId: people[7] ?? '' };
}

function row(index: number, size: number, drafterId: string) {
  const perYear = size / YEARS;
  const year = 2016 + Math.floor(index / perYear);
  const serial = (index % perYear) + 1;
  const at = Date.UTC(year, 0, 1) + Math.floor((serial / perYear) * 360) * 86_400_000 + serial;
  const draft = index % 10 === 3;
  const discarded = index % 97 === 5;
  const document = documentOf(index, year, serial, draft || discarded);
  return {
    id: uuidv7(at),
    rowVersion: 1,
    createdAt: at,
    createdBy: drafterId,
    // Some are changed long after they were made.
    updatedAt: at + ((index * 7919) % 1000) * 3_600_000,
    updatedBy: drafterId,
    state: discarded ? 'discarded' : draft ? 'draft' : 'numbered',
    drafterId,
    sample: 0,
    ...documentColumns(document, at),
  };
}

function documentOf(index: number, year: number, serial: number, draft: boolean): Gongwen {
  const place = PLACES[(index * 31) % PLACES.length] ?? '';
  const matter = MATTERS[(index * 17 + Math.floor(index / 16)) % MATTERS.length] ?? '';
  const genre = GENRES[(index * 13) % GENRES.length] ?? '通知';
  return gongwenDraftSchema.parse({
    genre,
    issuers: ['临江市住房和城乡建设局'],
    title: `关于做好${place}${matter}工作第${index}批事项的${genre}`,
    addressees: [`${place}街道办事处`, '各科室'],
    body: Array.from({ length: 4 }, () => ({
      type: 'paragraph',
      text: `为切实做好${place}${matter}工作，现将有关事项通知如下，请结合实际认真贯彻执行。`.repeat(3),
    })),
    ...(draft ? {} : { documentNumber: { issuerCode: '临建发', year, serial }, issuedOn: `${year}-06-01` }),
  });
}
