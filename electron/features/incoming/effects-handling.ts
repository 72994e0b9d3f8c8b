import { HANDLING } from '../handling/effects.ts';
import type { HandlingAction } from '../handling/effects.ts';
import type { Act, Effect, Effects } from './act.ts';
import { OFFICE, withLocation } from './assignments.ts';

/** 承办 of a 收文: what all 承办 have in common, and where the paper then is. */
async function handle({ change, fields, row, today }: Act, action: HandlingAction): Promise<Effect> {
  const effect = await HANDLING[action]({
    change,
    owner: { kind: 'incoming', id: row.id },
    item: row,
    fields,
    today,
  });
  const { columns, result, rejections, summary } = effect;
  return {
    patch: {
      ...(columns === undefined ? {} : withLocation(columns)),
      ...(result === undefined ? {} : { result, location: OFFICE }),
      ...(rejections === undefined ? {} : { rejections }),
    },
    summary,
    ...(effect.detail === undefined ? {} : { detail: effect.detail }),
    ...(effect.hints === undefined ? {} : { hints: effect.hints }),
  };
}

export const handlingEffects: Effects<HandlingAction> = {
  assign: (act) => handle(act, 'assign'),
  assignDirectly: (act) => handle(act, 'assignDirectly'),
  acceptAssignment: (act) => handle(act, 'acceptAssignment'),
  report: (act) => handle(act, 'report'),
  transfer: (act) => handle(act, 'transfer'),
  addAssist: (act) => handle(act, 'addAssist'),
  removeAssist: (act) => handle(act, 'removeAssist'),
  extend: (act) => handle(act, 'extend'),
  rejectAssignment: (act) => handle(act, 'rejectAssignment'),
  completeHandling: (act) => handle(act, 'completeHandling'),
  reopen: (act) => handle(act, 'reopen'),
};
