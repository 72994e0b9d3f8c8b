import { Button } from 'antd';

interface UndoLineProps {
  /** The last step, where it may be taken back. */
  readonly undo: { readonly label: string } | null;
  readonly disabled: boolean;
  readonly onUndo: () => void;
}

/** At the end of the line of time: the last step can be taken back. */
export function UndoLine({ undo, disabled, onUndo }: UndoLineProps) {
  if (undo === null) return null;
  return (
    <p className="gwt-undo-line">
      <Button size="small" disabled={disabled} onClick={onUndo}>
        撤销“{undo.label}”（Ctrl+Z）
      </Button>
    </p>
  );
}
