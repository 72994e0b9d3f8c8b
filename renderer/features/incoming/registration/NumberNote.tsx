import { numberProposal } from './registration.ts';

interface NumberNoteProps {
  readonly typed: string;
  /** How the number was typed that has been put right. */
  readonly before: string | null;
}

/** What becomes of a 来文字号: it is never put right without being said. */
export function NumberNote({ typed, before }: NumberNoteProps) {
  if (typed.trim() === '') return '将登记为“无文号”';
  const proposed = numberProposal(typed);
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
