import { App } from 'antd';
import { findTransition, refusalOf } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingListRow } from '../../../../shared/features/incoming-items.ts';
import { api, messageOf } from '../../../app/api.ts';
import { ApprovalDialog } from '../../../ui/ApprovalDialog.tsx';

interface StandingDialogProps {
  readonly row: IncomingListRow;
  readonly action: 'void' | 'restore';
  readonly onClose: () => void;
}

/** 作废 and 撤销作废 from the list: the number stays in the book either way. */
export function StandingDialog({ row, action, onClose }: StandingDialogProps) {
  const { message } = App.useApp();
  const name = `${row.number === '' ? '' : `${row.number} `}“${row.title}”`;
  const voiding = action === 'void';
  return (
    <ApprovalDialog
      title={voiding ? '作废收文' : '撤销作废'}
      explanation={
        voiding
          ? `${name}将作废，收文号保留占号；在“作废”里可以撤销。`
          : `${name}将回到作废前的状态，收文号不变。`
      }
      confirmLabel={voiding ? '作废' : '撤销作废'}
      danger={voiding}
      onClose={onClose}
      onConfirm={async (fields) => {
        try {
          await api.incoming.act({ id: row.id, rowVersion: row.rowVersion, action, fields });
          message.success(voiding ? '已作废。' : '已撤销作废。');
          return true;
        } catch (error) {
          message.error(messageOf(error));
          return false;
        }
      }}
    />
  );
}

/** Why a paper cannot be voided from where it stands; undefined when it can. */
export function voidRefusal(row: IncomingListRow): string | undefined {
  const facts = { replyRequired: row.replyRequired, suspendedFrom: null, voidedFrom: null };
  return findTransition(row.state, 'void', facts) === undefined ? refusalOf(row.state, 'void') : undefined;
}
