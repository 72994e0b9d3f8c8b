/**
 * Finds the first mistake in a JSON text and says in Chinese where and what it is. `JSON.parse` gives
 * neither a reliable place nor a reason a clerk understands, and takes the last of two equal keys in silence.
 */

export interface JsonFault {
  /** 1-based; the column counts characters. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const DEEPEST = 100;

class Mistake extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const show = (char: string) => `“${char}”`;

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): void {
    this.#space();
    if (this.#at >= this.#text.length) throw new Mistake(0, '文件是空的');
    this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('内容已经结束，后面多出了文字');
  }

  #fail(message: string): never {
    throw new Mistake(this.#at, message);
  }

  #char(): string {
    return String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
  }

  #space(): void {
    while (' \t\r\n'.includes(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at += 1;
    if (this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at))
      this.#fail('JSON 里不能写注释');
    if (this.#text.charAt(this.#at) === '\u3000') this.#fail('引号外面不能有全角空格');
  }

  /** What stands here instead of the expected thing. */
  #wrong(expected: string): never {
    if (this.#at >= this.#text.length) this.#fail(`文件不完整，这里应有${expected}`);
    const char = this.#char();
    if ('“”„＂'.includes(char)) this.#fail(`引号应为英文引号 "，写成了中文引号 ${char}`);
    if ("‘’'`".includes(char)) this.#fail(`文字应用英文双引号 "，写成了 ${char}`);
    if (char === '：') this.#fail('冒号应为英文冒号 :，写成了中文冒号“：”');
    if ('，、'.includes(char)) this.#fail(`逗号应为英文逗号 ,，写成了${show(char)}`);
    return this.#fail(`这里应有${expected}，现为${show(char)}`);
  }

  #value(depth: number): void {
    if (depth > DEEPEST) this.#fail('嵌套过深');
    const char = this.#text.charAt(this.#at);
    if (char === '{') this.#object(depth);
    else if (char === '[') this.#array(depth);
    else if (char === '"') this.#string();
    else if (/[-+.\d]/u.test(char)) this.#number();
    else this.#literal();
  }

  #object(depth: number): void {
    const keys = new Set<string>();
    this.#at += 1;
    this.#space();
    if (this.#text.charAt(this.#at) === '}') {
      this.#at += 1;
      return;
    }
    for (;;) {
      const start = this.#at;
      if (this.#text.charAt(start) !== '"') this.#wrong('英文引号括起的键');
      const key = this.#string();
      if (keys.has(key)) throw new Mistake(start, `键${show(key)}重复`);
      keys.add(key);
      this.#space();
      if (this.#text.charAt(this.#at) !== ':') this.#wrong('英文冒号 :');
      this.#at += 1;
      this.#space();
      this.#value(depth + 1);
      if (this.#next('}')) return;
    }
  }

  #array(depth: number): void {
    this.#at += 1;
    this.#space();
    if (this.#text.charAt(this.#at) === ']') {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#value(depth + 1);
      if (this.#next(']')) return;
    }
  }

  /** After an element: true at the end of the list, false after a comma. */
  #next(close: ']' | '}'): boolean {
    this.#space();
    const char = this.#text.charAt(this.#at);
    if (char === close) {
      this.#at += 1;
      return true;
    }
    if (char !== ',') this.#wrong(`英文逗号 , 或 ${close}`);
    this.#at += 1;
    this.#space();
    if (this.#text.charAt(this.#at) === close) this.#fail(`${close} 前面多了一个逗号`);
    return false;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      const char = this.#text.charAt(this.#at);
      if (char === '') throw new Mistake(start, '文字没有结束，缺少后一个英文引号 "');
      if (char === '"') break;
      if (char === '\n' || char === '\r')
        this.#fail('文字中间不能直接换行，缺少后一个英文引号 "，或应写 \\n');
      if (char < ' ') this.#fail(char === '\t' ? '文字中不能有制表符，应写 \\t' : '文字中有控制字符');
      if (char === '\\') this.#escape();
      else this.#at += 1;
    }
    this.#at += 1;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #escape(): void {
    const rest = this.#text.slice(this.#at, this.#at + 6);
    if (/^\\u[\dA-Fa-f]{4}$/u.test(rest)) this.#at += 6;
    else if (/^\\["\\/bfnrt]/u.test(rest)) this.#at += 2;
    else this.#fail('反斜杠 \\ 的写法不对，路径中请用 / 或 \\\\');
  }

  #number(): void {
    const match = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/u.exec(
      this.#text.slice(this.#at, this.#at + 400),
    );
    const after = this.#text.charAt(this.#at + (match?.[0].length ?? 0));
    if (match === null || /[\w.+]/u.test(after)) this.#fail('数字的写法不对');
    this.#at += match[0].length;
  }

  #literal(): void {
    const word = /^\w+/u.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? '';
    if (word === '') this.#wrong('一个值');
    if (!['true', 'false', 'null'].includes(word))
      this.#fail(`${show(word)}不是 JSON 的值，文字要加英文引号`);
    this.#at += word.length;
  }
}

/** The first mistake of a JSON text, or undefined when it is well-formed. */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    new Scanner(text).scan();
    return undefined;
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const before = text.slice(0, error.at).split(/\r\n|\r|\n/u);
    const column = Array.from(before.at(-1) ?? '').length + 1;
    return { line: before.length, column, message: error.message };
  }
}
