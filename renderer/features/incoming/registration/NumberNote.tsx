import { numberProposal } from './registration.ts';

interface NumberNoteProps {
  readonly typed: string;
  /** How the number was typed that has been put right. */
  readonly before: string | null;
  /** The number with the sender's 机关代字, where it was typed without one. */
  readonly withCode: string | null;
}

/** What becomes of a 来文字号: it is never put right without being said, and never given a 机关代字 without a key. */
export function NumberNote({ typed, before, withCode }: NumberNoteProps) {
  if (typed.trim() === '') return '将登记为“无文号”';
  const proposed = numberProposal(typed);
  if (withCode !== null) {
    return (
      <span className="gwt-reg-change">
        {proposed === null ? null : `将规范为 ${proposed}，`}
        {before === null ? null : `已规范为 ${typed}，`}↓ 采用 <strong>{withCode}</strong>
        {proposed === null && before === null ? '（按该单位上一件）' : null}
      </span>
    );
  }
  if (proposed !== null) {
    return (
      <span className="gwt-reg-change">
        将规范为 <strong>{proposed}</strong>
      </span>
    );
  }
  if (before === null) return null;
  return (
    <span className="gwt-reg-change">
      已规范：{before} → <strong>{typed}</strong>
    </span>
  );
}
