import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { FromInstruction } from '../../matter/FromInstruction.tsx';
import { ItemSection } from './ItemSection.tsx';

/** 拟办意见 and 批示 in their words, in the order in which they were given. */
export function WordsSection({ item }: { readonly item: IncomingDetail }) {
  if (item.instructions.length === 0) return null;
  return (
    <ItemSection
      title="拟办与批示"
      aside={
        item.instructions.some(({ kind }) => kind === 'instruction') ? (
          <FromInstruction incomingId={item.id} />
        ) : null
      }
    >
      <ol className="gwt-words">
        {item.instructions.map(({ kind, personName, text, givenOn, at }) => (
          <li key={`${at}-${personName}-${text}`}>
            <span className="gwt-words-kind">{kind === 'proposal' ? '拟办' : '批示'}</span>
            <p>{text}</p>
            <span className="gwt-soft gwt-nowrap">
              {personName}　{givenOn}
            </span>
          </li>
        ))}
      </ol>
    </ItemSection>
  );
}
