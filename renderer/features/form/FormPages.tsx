import type { FormPageDrawn } from '../../../shared/features/form.ts';
import { usePageImage } from '../outgoing/editor/page/PageView.tsx';

interface FormPagesProps {
  readonly pages: readonly FormPageDrawn[];
  /** 1-based; null while that is not known. */
  readonly chosen: readonly number[] | null;
}

/** The pages as they will be printed; those that are left out are faint. */
export function FormPages({ pages, chosen }: FormPagesProps) {
  return (
    <ol className="gwt-form-pages" aria-label="将打印的页" tabIndex={0}>
      {pages.map((page) => (
        <FormSheetView key={page.index} page={page} printed={chosen?.includes(page.index) ?? true} />
      ))}
    </ol>
  );
}

function FormSheetView({ page, printed }: { readonly page: FormPageDrawn; readonly printed: boolean }) {
  const url = usePageImage(page.svg);
  const lying = page.width > page.height;
  return (
    <li className={printed ? undefined : 'gwt-form-left-out'}>
      <img
        src={url}
        className={lying ? 'gwt-form-lying' : 'gwt-form-upright'}
        alt={`第 ${page.index} 页${printed ? '' : '，不打印'}`}
      />
    </li>
  );
}
