/** Text of attachments as offices get them: one to three pages, Chinese running text with numbers, dates and names. */

/** The same numbers in every run; between 0 and 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Words that every such text is full of, the most frequent first. */
const FRAME =
  `的 工作 和 通知 各 单位 要 进行 有关 实施 加强 管理 建设 项目 开展 安全 部门 落实 组织 情况 责任 检查 报告 做好
  及时 发展 服务 制度 全市 按照 要求 办公室 人员 完善 推进 信息 生产 保障 重点 问题 措施 认真 领导 负责 确保 方案 整改
  会议 监督 资金 企业 社会 标准 执行 规定 文件 评估 培训 县区 统一 提高 严格 明确 机制 应急 公共 环境 质量 计划`.split(
    /\s+/u,
  );

/** Common characters that the rarer words are made of. */
const CHARACTERS = Array.from(
  '一在人有中大国上个会地生年到作方成发来以经对出能行学下民得自后多然家业发同进展等部度新高产机力工合定分主动现理实开' +
    '水电路桥林田山河湖库站校院所园区镇村街社农药粮油税财审计价格房屋土地矿产交通运输邮政通信网络数据卫生健康医疗养老' +
    '教育科技文化体育旅游宗教民族侨务信访公安司法消防气象地震测绘档案保密机要政务公开绿化环卫燃气热力给排供暖垃圾污染' +
    '治理监测采样分析检验鉴定认证许可备案登记变更注销公示听证复议诉讼仲裁调解执法处罚没收拍卖招标投标采购合同验收决算',
);
const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗');

export class TextMaker {
  readonly #random: () => number;
  readonly #words: readonly string[];

  constructor(seed: number) {
    this.#random = randomOf(seed);
    const made = Array.from({ length: 12_000 }, () => {
      const length = this.#random() < 0.8 ? 2 : this.#random() < 0.5 ? 3 : 4;
      return Array.from({ length }, () => this.#of(CHARACTERS)).join('');
    });
    this.#words = [...FRAME, ...made];
  }

  #of<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  /** A word by Zipf's law: the second half as often as the first, and so on. */
  #word(): string {
    const index = Math.floor(Math.exp(this.#random() * Math.log(this.#words.length + 1))) - 1;
    return this.#words[Math.min(index, this.#words.length - 1)] ?? '';
  }

  #number(): string {
    const kind = this.#random();
    const digits = (count: number) => String(Math.floor(this.#random() * 10 ** count)).padStart(count, '0');
    if (kind < 0.3)
      return `20${String(10 + Math.floor(this.#random() * 17))}年${1 + Math.floor(this.#random() * 12)}月`;
    if (kind < 0.5) return `139${digits(8)}`;
    if (kind < 0.7)
      return `〔20${String(10 + Math.floor(this.#random() * 17))}〕${1 + Math.floor(this.#random() * 400)}号`;
    if (kind < 0.85) return `${1 + Math.floor(this.#random() * 9000)}.${digits(2)}万元`;
    return `${this.#of(SURNAMES)}${this.#of(CHARACTERS)}${this.#of(CHARACTERS)}`;
  }

  /** A text of 500 to 2,000 characters. */
  text(): string {
    const length = 500 + Math.floor(this.#random() * 1500);
    let text = '';
    while (text.length < length) {
      const words = 4 + Math.floor(this.#random() * 9);
      for (let index = 0; index < words; index += 1) text += this.#word();
      if (this.#random() < 0.25) text += this.#number();
      text += this.#random() < 0.3 ? '。\n' : '，';
    }
    return text;
  }
}
