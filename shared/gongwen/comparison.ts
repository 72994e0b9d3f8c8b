import { z } from 'zod';

/** Two versions of a document side by side, as data: shown in the program, told in a refusal, tested by a table. */

export const spanSchema = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Span = z.output<typeof spanSchema>;

export const comparedPartSchema = z.strictObject({
  /** Model path in the newer version; in the older one where it is gone. */
  path: z.string(),
  /** 例：正文第3段、附件1表格第2行第3列。 */
  label: z.string(),
  change: z.enum(['same', 'added', 'removed', 'changed']),
  /** 实质性改动, by the table of `domain/substantial-change.ts`. */
  substantial: z.boolean(),
  /** Words that stay, come and go; the older text is without the added, the newer without the removed. */
  spans: z.array(spanSchema),
});
export type ComparedPart = z.output<typeof comparedPartSchema>;

export const comparisonSchema = z.strictObject({
  /** In the order of the document, the unchanged parts of the text included. */
  parts: z.array(comparedPartSchema),
  changes: z.int(),
  substantialChanges: z.int(),
  /** 例：改动 3 处，实质 1 处。 */
  summary: z.string(),
});
export type Comparison = z.output<typeof comparisonSchema>;
