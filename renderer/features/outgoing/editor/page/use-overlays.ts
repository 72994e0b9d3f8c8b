import { z } from 'zod';
import { useHotKeys } from '../../../../app/hot-keys.ts';
import { useViewState } from '../../../../app/view-state.ts';

const overlaysSchema = z.strictObject({
  rulers: z.boolean(),
  grid: z.boolean(),
  frame: z.boolean(),
  rules: z.boolean(),
});
export type Overlays = z.output<typeof overlaysSchema>;
export type OverlayName = keyof Overlays;

const NONE: Overlays = { rulers: false, grid: false, frame: false, rules: false };

/** What can be laid over the pages, with its key. */
export const OVERLAYS: readonly {
  readonly name: OverlayName;
  readonly label: string;
  readonly key: string;
  readonly hint: string;
}[] = [
  { name: 'rulers', label: '标尺', key: 'F7', hint: '毫米标尺，从纸的左上角量起' },
  { name: 'frame', label: '版心', key: 'F8', hint: '版心框：156 × 225 毫米' },
  { name: 'grid', label: '网格', key: 'F9', hint: '每面 22 行、每行 28 字' },
  { name: 'rules', label: '条款', key: 'F10', hint: '指着页面上的要素，看它的位置由哪条规定、实际在哪里' },
];

/** Which of them are shown; remembered. */
export function useOverlays(): {
  readonly shown: Overlays;
  readonly toggle: (name: OverlayName) => void;
} {
  const [shown, setShown] = useViewState('editor.overlays', overlaysSchema, NONE);
  const toggle = (name: OverlayName): void => setShown({ ...shown, [name]: !shown[name] });
  useHotKeys(
    OVERLAYS.map(({ name, label, key }) => ({
      keys: key,
      shown: key,
      label: `页面上显示或收起${label}`,
      whileTyping: true,
      run: () => toggle(name),
    })),
  );
  return { shown, toggle };
}
