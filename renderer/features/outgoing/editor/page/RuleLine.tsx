import {
  ELEMENT_NAMES,
  isElementKind,
  rulesOf,
  sourceOf,
  strengthLabel,
} from '../../../../../shared/gongwen/element-rules.ts';
import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { useDocument } from '../document-store.ts';
import type { DocumentStore } from '../document-store.ts';
import { measuresOf } from './measure.ts';
import type { Pointed } from './measure.ts';

interface RuleLineProps {
  readonly pointed: Pointed | undefined;
  readonly page: PreviewPage | undefined;
  readonly store: DocumentStore;
}

/** Under the pages: the rules of the element pointed at and where it really stands. Its height never changes. */
export function RuleLine({ pointed, page, store }: RuleLineProps) {
  const format = useDocument(store, (document) => document.format);
  const sealing = useDocument(store, (document) => document.sealing);
  const element = pointed?.box.element ?? '';
  if (pointed === undefined || page === undefined || !isElementKind(element)) {
    return (
      <aside className="gwt-rule-line" aria-label="条款与实测">
        <p className="gwt-soft">
          指着页面上的要素，这里写出它的位置由哪条规定、实际量得多少。页面上按 Ctrl+↑↓ 逐个看。
        </p>
      </aside>
    );
  }
  const rules = rulesOf(element, { format, sealing, turned: page.grid === null });
  return (
    <aside className="gwt-rule-line" aria-label="条款与实测" aria-live="polite">
      <p>
        <strong>{ELEMENT_NAMES[element]}</strong>
        <span className="gwt-rule-measures">
          第 {pointed.page} 页　{measuresOf(pointed, page, { format }).join(' · ')}
        </span>
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.text}>
            <span className={`gwt-strength gwt-strength-${rule.strength}`}>{strengthLabel(rule)}</span>
            {rule.text}
            <span className="gwt-soft gwt-nowrap">（{sourceOf(rule)}）</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
