/** A strict reader of the XML our parts are made of: anything a validating reader would refuse throws. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Own text, without that of children. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

function decode(text: string): string {
  if (text.includes('<')) throw new Error(`stray <: ${text.slice(0, 40)}`);
  return text.replace(/&([^;]*);?/gu, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const number = /^#x([0-9a-f]+)$/iu.exec(name)?.[1];
    if (number === undefined) throw new Error(`bad entity ${whole}`);
    return String.fromCodePoint(Number.parseInt(number, 16));
  });
}

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  const rest = source.replace(/\s+([\w:.-]+)="([^"]*)"/gu, (_, name: string, value: string) => {
    if (name in attributes) throw new Error(`attribute ${name} twice`);
    attributes[name] = decode(value);
    return '';
  });
  if (rest.trim() !== '') throw new Error(`not an attribute: ${rest}`);
  return attributes;
}

/** Parses a part. @throws Error where it is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const forbidden = FORBIDDEN.exec(xml);
  if (forbidden !== null) throw new Error(`forbidden character at ${forbidden.index}`);
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack: Open[] = [root];
  const body = xml.replace(/^<\?xml [^>]*\?>\s*/u, '');
  for (const [, text = '', close, name = '', attributes = '', empty] of body.matchAll(
    /([^<]*)(?:<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|$)/gu,
  )) {
    const top = stack.at(-1);
    if (top === undefined) throw new Error('text behind the root');
    top.text += decode(text);
    if (name === '') continue;
    if (close === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
      continue;
    }
    const element: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
    top.children.push(element);
    if (empty !== '/') stack.push(element);
  }
  const [only] = root.children;
  if (stack.length !== 1 || only === undefined || root.children.length !== 1 || root.text.trim() !== '') {
    throw new Error(`not one closed root (open: ${stack.map(({ name }) => name).join(' ')})`);
  }
  return only;
}

/** The element itself and all below it, in document order. */
export function* elements(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) yield* elements(child);
}

/** All elements of a name below (or at) the root. */
export const named = (root: XmlElement, name: string): XmlElement[] =>
  [...elements(root)].filter((element) => element.name === name);

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name);
