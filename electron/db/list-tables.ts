import type { ListTable } from './list-order.ts';

/** The lists of the office: what each sorts by and what its filters ask. */

export const OUTGOING_LIST = {
  name: 'outgoing',
  place: 'rowid',
  tie: 'id',
  facetIndex: 'outgoingFacets',
  facets: ['state', 'genre', 'year', 'drafterId'],
  first: 'updatedAt',
  sorts: {
    documentNumber: { by: ['numberOrder'] },
    title: { by: ['titleOrder'] },
    genre: { by: ['genre'] },
    // Within a state the last changed ones stand together.
    state: { by: ['state', 'updatedAt'] },
    drafterName: {
      by: ['(SELECT nameOrder FROM person WHERE person.id = drafterId)', 'drafterId'],
      // Read by way of the people: sorting all rows by a name looked up for each takes far longer.
      inOrder: `SELECT outgoing.rowid FROM person CROSS JOIN outgoing ON outgoing.drafterId = person.id
        ORDER BY person.nameOrder, person.id, outgoing.id`,
      dependsOn: { table: 'person', column: 'nameOrder' },
    },
    issuedOn: { by: ['issuedOn'] },
    // By the date it bears, or that of its beginning while it bears none.
    dated: { by: ["coalesce(issuedOn, date(createdAt / 1000, 'unixepoch'))"] },
    createdAt: { by: ['createdAt'] },
    updatedAt: { by: ['updatedAt'] },
  },
} as const satisfies ListTable;

export const MATTER_LIST = {
  name: 'matter',
  place: 'rowNumber',
  tie: 'rowNumber',
  facetIndex: 'matterFacets',
  facets: ['state', 'year', 'source', 'leadDepartmentId', 'dueOn'],
  first: 'number',
  sorts: {
    number: { by: ['year', 'serial'] },
    title: { by: ['titleOrder'] },
    orderedOn: { by: ['orderedOn'] },
    // Within a state the most urgent ones stand together.
    state: { by: ['state', "coalesce(dueOn, '9999')"] },
    leadName: { by: ["nullif(leadName, '')"] },
    dueOn: { by: ['dueOn'] },
    updatedAt: { by: ['updatedAt'] },
  },
} as const satisfies ListTable;

export const INCOMING_LIST = {
  name: 'incoming',
  place: 'rowNumber',
  tie: 'rowNumber',
  facetIndex: 'incomingFacets',
  facets: ['state', 'bookYear', 'senderId', 'leadDepartmentId', 'urgency', 'dueOn'],
  first: 'receivedAt',
  sorts: {
    // The unnumbered go last.
    number: { by: ['bookYear', 'serial'], none: 'serial' },
    receivedAt: { by: ['receivedAt'] },
    senderName: { by: ['senderOrder'] },
    title: { by: ['titleOrder'] },
    state: { by: ['state', 'receivedAt'] },
    dueOn: { by: ['dueOn'] },
    updatedAt: { by: ['updatedAt'] },
  },
} as const satisfies ListTable;
