import type { Migration } from '../migrate.ts';

/** Items without a number are found by the code on their printed forms, which is made from the end of their id. */
export const itemCode: Migration = {
  number: 45,
  name: 'item-code',
  statements: [
    `CREATE INDEX incomingCode ON incoming (substr(id, -12))`,
    `CREATE INDEX outgoingCode ON outgoing (substr(id, -12))`,
  ],
};
