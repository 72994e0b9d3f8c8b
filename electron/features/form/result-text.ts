import { dayInWords } from './words.ts';

interface Answered {
  readonly result: string;
  readonly repliedOn: string | null;
  readonly replyMethod: string;
  /** Number of the answer; empty where there is none. */
  readonly replyNumber: string;
}

/** The result of 主办, what each 会办 has reported, and how it was answered: a line each. */
export function resultText(
  item: Answered,
  assists: readonly { readonly departmentName: string; readonly result: string }[],
): string {
  const reported = assists
    .filter(({ result }) => result !== '')
    .map(({ departmentName, result }) => `${departmentName}：${result}`);
  const reply =
    item.repliedOn === null
      ? []
      : [
          `${dayInWords(item.repliedOn)}${item.replyMethod}答复${item.replyNumber === '' ? '' : `（${item.replyNumber}）`}。`,
        ];
  const own = item.result === '' ? [] : [item.result];
  return [...own, ...reported, ...reply].join('\n');
}
