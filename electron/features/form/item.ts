import type { CodedKind } from '../../../shared/domain/item-code.ts';
import type { Ctx } from '../context.ts';
import type { FormItem } from './form-item.ts';
import { incomingItem } from './incoming-item.ts';
import { matterItem } from './matter-item.ts';
import { outgoingItem } from './outgoing-item.ts';

/** @throws AppError NOT_FOUND */
export function readItem(ctx: Ctx, kind: CodedKind, id: string): Promise<FormItem> {
  switch (kind) {
    case 'incoming':
      return incomingItem(ctx, id);
    case 'outgoing':
      return outgoingItem(ctx, id);
    case 'matter':
      return matterItem(ctx, id);
    default:
      return kind satisfies never;
  }
}
