import { queryOptions } from '@tanstack/react-query';
import type { CodedKind } from '../../../shared/domain/item-code.ts';
import type { FormOrder } from '../../../shared/features/form.ts';
import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const formsOfItem = (kind: CodedKind, id: string) =>
  procedureQuery('form.list', api.form.list, { kind, id });

export const formPreview = (order: FormOrder) => procedureQuery('form.preview', api.form.preview, order);

/** Printers come and go while the program runs: asked for anew whenever the dialog opens. */
export const printers = () =>
  queryOptions({
    ...procedureQuery('form.printers', api.form.printers, undefined),
    staleTime: 0,
    gcTime: 0,
  });

/** Pages of a prepared register; they go with its job. */
export const registerPages = (job: string, from: number, to: number) =>
  queryOptions({
    ...procedureQuery('form.registerPages', api.form.registerPages, { job, window: { from, to } }),
    gcTime: 0,
  });
