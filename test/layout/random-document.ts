import {
  FORMATS,
  GENRES,
  gongwenDraftSchema,
  SECRECY_LEVELS,
  URGENCIES,
} from '../../shared/gongwen/model.ts';
import type { Block, DocumentNumber, Gongwen } from '../../shared/gongwen/model.ts';

/** mulberry32: small, seeded, the same sequence everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严喆堃翀镕';
const PUNCTUATION = ['，', '，', '，', '、', '；', '：', '。', '！', '？'];
const SPECIALS = [
  '《关于加强公文处理工作的通知》（湖政办发〔2026〕12号）',
  '“十四五”规划',
  '——这是关键——',
  '……',
  'GB/T 9704-2012',
  '3.14%',
  '2026年3月5日',
  '1,234.56万元',
  'https://www.example.gov.cn/zwgk/2026/03/05/content_123456.html',
  'PM2.5',
  'Microsoft Office',
  '（一）',
  '𠮷野家',
  '±0.5℃',
  '①②③',
  '喆堃',
  'x\u0301\u{1d11e}',
  '\u200b零宽',
  '👨\u200d👩\u200d👧',
  'ｱｲｳ',
  'supercalifragilisticexpialidocious',
  '（（（一）））',
  '。”）',
  '\u3000',
];
/** What lines cannot be broken well with: only that nothing is lost and nothing leaves its place is asked. */
const WILD = [
  ...SPECIALS,
  '14:30,1:2;3(4)!?',
  '(half-width)',
  'a@b.gov.cn',
  '第三代移动通信(3G)、LTE-Advanced、5G',
  '12345678901234567890123456789012345678',
  'C:\\Users\\管理员\\Documents\\公文.docx',
  '½㎡㎏‰',
  '㐀㐁䶵𪚥',
  'Ångström–naïve',
  '“‘引’号”',
  '！？',
  '〔2026〕',
  '《〈书〉名》',
  '１２３ＡＢＣ',
  '\u00a0不断行空格\u00a0',
  'https://a.example/?q=%E5%85%AC%E6%96%87&r=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
];

const pad = (value: number): string => String(value).padStart(2, '0');

export class RandomDocuments {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(0, values.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  words(from: number, to: number): string {
    const chars = Array.from(WORDS);
    return Array.from({ length: this.int(from, to) }, () => this.pick(chars)).join('');
  }

  sentence(specials = SPECIALS): string {
    let text = '';
    for (let part = this.int(1, 6); part > 0; part -= 1) {
      text += this.chance(0.3) ? this.pick(specials) : this.words(1, 24);
      text += part === 1 ? '。' : this.chance(0.1) ? '' : this.pick(PUNCTUATION);
    }
    return text;
  }

  text(specials = SPECIALS): string {
    return Array.from({ length: this.int(1, 5) }, () => this.sentence(specials)).join('');
  }

  block(): Block {
    const roll = this.next();
    if (roll < 0.6) return { type: 'paragraph', text: this.text(WILD) };
    if (roll < 0.85) {
      const level = this.pick([1, 2, 3, 4] as const);
      const mark = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' }[level];
      return { type: 'heading', level, text: mark + this.words(2, 40) + (this.chance(0.4) ? '。' : '') };
    }
    if (roll < 0.88)
      return {
        type: 'image',
        file: this.pick(['wide.png', 'tall.png', 'gone.png']),
        width: this.int(20, 200),
      };
    if (roll < 0.92) return { type: 'pageBreak' };
    const columns = this.int(1, 8);
    const row = (): string[] =>
      Array.from({ length: columns }, () =>
        this.chance(0.3)
          ? String(this.int(0, 99999))
          : this.chance(0.1)
            ? ''
            : this.chance(0.1)
              ? this.pick(WILD)
              : this.words(1, 30),
      );
    const table: Block & { type: 'table' } = {
      type: 'table',
      ...(this.chance(0.5) ? { caption: `表${this.int(1, 9)} ${this.words(2, 20)}` } : {}),
      ...(this.chance(0.8) ? { header: this.chance(0.2) ? [row(), row()] : [row()] } : {}),
      ...(this.chance(0.2) ? { widths: Array.from({ length: columns }, () => this.int(8, 60)) } : {}),
      ...(this.chance(0.1) ? { landscape: true } : {}),
      rows: Array.from({ length: this.int(0, 40) }, row),
      ...(this.chance(0.2) ? { landscape: true } : {}),
    };
    return this.chance(0.5) ? this.merged(table, columns) : table;
  }

  /** The table with some cells merged; one in four as no drafter may, so that they have to be set singly. */
  merged(table: Block & { type: 'table' }, columns: number): Block {
    const grid = [...(table.header ?? []), ...table.rows];
    const spans = Array.from({ length: this.int(1, 6) }, () => {
      const row = this.int(0, grid.length);
      const column = this.int(0, columns - 1);
      return { row, column, rows: this.int(1, 4), columns: this.int(1, 3) };
    });
    for (const { row, column, rows, columns: across } of spans) {
      if (this.chance(0.25)) continue;
      for (const [index, cells] of grid.slice(row, row + rows).entries()) {
        const from = index === 0 ? column + 1 : column;
        cells.fill('', from, Math.max(from, column + across));
      }
    }
    return { ...table, spans };
  }

  blocks(from: number, to: number): Block[] {
    return Array.from({ length: this.int(from, to) }, () => this.block());
  }

  date(): string {
    return `${this.int(1990, 2030)}-${pad(this.int(1, 12))}-${pad(this.int(1, 28))}`;
  }

  /** A document of any shape a drafter could type, from nothing at all to far too much. */
  document(formats: readonly Gongwen['format'][] = FORMATS): Gongwen {
    const optional = <T>(share: number, key: string, value: () => T): Record<string, T> =>
      this.chance(share) ? { [key]: value() } : {};
    const names = (most: number, longest: number): string[] =>
      Array.from({ length: this.int(1, most) }, () => this.words(2, longest));
    const format = this.pick(formats);
    const count = this.chance(0.75) ? 1 : this.chance(0.8) ? this.int(2, 6) : this.int(0, 12);
    const issuers = Array.from({ length: count }, () => this.words(2, count === 1 ? 32 : 16));
    const name = (longest: number): string =>
      this.chance(0.05) ? this.pick(WILD).trim() : this.words(2, longest);
    return gongwenDraftSchema.parse({
      format,
      genre: this.pick(GENRES),
      issuers,
      ...optional(0.2, 'issuerMark', () => ({
        ...(this.chance(0.5) ? { names: issuers.slice(0, 1) } : {}),
        ...(this.chance(0.5) ? { suffix: this.pick(['', '文件', '令', '会议纪要']) } : {}),
        ...(this.chance(0.3) ? { charHeight: this.int(5, 30) } : {}),
        ...(this.chance(0.3) ? { charWidth: this.int(3, 30) } : {}),
      })),
      ...optional(0.3, 'copyNumber', () => String(this.int(1, 999999)).padStart(6, '0')),
      ...optional(0.3, 'secrecy', () => this.pick(SECRECY_LEVELS)),
      ...optional(0.3, 'secrecyTerm', () => `${this.int(1, 30)}年`),
      ...optional(0.3, 'urgency', () => this.pick(URGENCIES)),
      ...optional(0.8, 'documentNumber', () => this.number(format)),
      ...optional(0.3, 'signatories', () =>
        Array.from({ length: this.int(1, 9) }, () => ({ name: this.words(2, this.chance(0.2) ? 9 : 3) })),
      ),
      title: this.chance(0.1)
        ? ''
        : `关于${this.words(2, 60)}${this.chance(0.1) ? this.pick(WILD) : ''}的通知`,
      addressees: this.chance(0.9)
        ? Array.from({ length: this.int(1, this.chance(0.1) ? 80 : 6) }, () => name(14))
        : [],
      body: this.blocks(this.chance(0.05) ? 0 : 1, this.chance(0.3) ? 2 : 30),
      attachments: this.chance(0.3)
        ? Array.from({ length: this.int(1, 11) }, () => ({
            title: name(50),
            body: this.chance(0.5) ? this.blocks(1, 8) : [],
            separate: this.chance(0.2),
          }))
        : [],
      enclosures: this.chance(0.2)
        ? Array.from({ length: this.int(1, 3) }, () => ({ title: name(50), body: this.blocks(1, 12) }))
        : [],
      sealing: this.pick(['seal', 'seal', 'none', 'stamp']),
      seals: this.chance(0.4)
        ? Array.from({ length: this.int(1, 6) }, () => ({
            diameter: this.pick([38, 42, 45, 50, 58]),
            ...(this.chance(0.3) ? { image: 'wide.png' } : {}),
          }))
        : [],
      stamps: this.chance(0.4)
        ? Array.from({ length: this.int(1, 4) }, () => ({
            office: this.words(2, 9),
            name: this.words(2, 3),
            ...(this.chance(0.5) ? { image: this.pick(['wide.png', 'tall.png']) } : {}),
          }))
        : [],
      ...optional(0.9, 'issuedOn', () => this.date()),
      ...optional(0.3, 'annotation', () => (this.chance(0.2) ? this.pick(WILD) : this.words(3, 60))),
      ...optional(0.2, 'attendance', () => ({
        present: [{ unit: this.words(3, 12), names: names(6, 3) }],
        leave: [{ names: names(2, 3) }],
        observers: [{ unit: this.words(3, 12), names: names(20, 3) }],
      })),
      copyTo: this.chance(0.6)
        ? Array.from({ length: this.int(1, 3) }, () => Array.from({ length: this.int(1, 9) }, () => name(14)))
        : [],
      ...optional(0.7, 'printingOffice', () => this.words(4, 30)),
      ...optional(0.7, 'printedOn', () => this.date()),
      options: {
        imprintOnEvenPage: this.chance(0.5),
        mirrorMargins: this.chance(0.3),
        addresseesInImprint: this.pick(['auto', 'auto', true, false] as const),
      },
    });
  }

  private number(format: Gongwen['format']): DocumentNumber {
    if (format === 'order') return { orderNo: this.int(1, 999) };
    if (format === 'minutes' && this.chance(0.7)) return { issueNo: this.int(1, 999) };
    return { issuerCode: this.words(2, 7), year: this.int(1990, 2030), serial: this.int(1, 2000) };
  }
}
