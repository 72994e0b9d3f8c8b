import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { usePageImage } from '../page/PageView.tsx';

interface PrintPagesProps {
  readonly pages: readonly PreviewPage[];
  /** 1-based; null while that is not known. */
  readonly chosen: readonly number[] | null;
}

/** The pages in small; those that are not printed are faint. */
export function PrintPages({ pages, chosen }: PrintPagesProps) {
  return (
    <ol className="gwt-print-pages" aria-label="将打印的页" tabIndex={0}>
      {pages.map((page) => (
        <SmallPage key={page.index} page={page} printed={chosen?.includes(page.index) ?? true} />
      ))}
    </ol>
  );
}

function SmallPage({ page, printed }: { readonly page: PreviewPage; readonly printed: boolean }) {
  const url = usePageImage(page.svg);
  return (
    <li className={printed ? undefined : 'gwt-print-left-out'}>
      {page.svg === '' ? (
        // Pages of a long document are drawn when they are looked at.
        <span className="gwt-print-undrawn">{page.index}</span>
      ) : (
        <img src={url} alt={`第 ${page.index} 页${printed ? '' : '，不打印'}`} loading="lazy" />
      )}
    </li>
  );
}
