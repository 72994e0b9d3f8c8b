import type { Migration } from '../migrate.ts';
import { indexStatements, SEARCH_SOURCES } from '../search-sources.ts';

const { incoming, outgoing, matter, attachmentName, outgoingBody, fileText } = SEARCH_SOURCES;

/**
 * One index design for everything that is searched. The one of 发文 (25) is made anew with pinyin initials; the full
 * text of documents and attachments joins it.
 */
export const search: Migration = {
  number: 90,
  name: 'search',
  statements: [
    `DROP TRIGGER outgoingSearchAdded`,
    `DROP TRIGGER outgoingSearchChanged`,
    `DROP TRIGGER outgoingSearchRemoved`,
    `DROP TABLE outgoingSearchDue`,
    `DROP TABLE outgoingSearch`,
    `CREATE TABLE searchDue (
      source TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (source, place)
    ) STRICT`,
    ...[incoming, outgoing, matter, attachmentName, outgoingBody, fileText].flatMap(indexStatements),
    // All that a filter of the list asks, so that it can be read without the rows.
    `CREATE INDEX incomingFacets ON incoming
      (state, bookYear, senderId, leadDepartmentId, urgency, dueOn)`,
    `DROP INDEX incomingUrgency`,
    // Documents by the date they bear, or that of their beginning.
    `CREATE INDEX outgoingDated ON outgoing (coalesce(issuedOn, date(createdAt / 1000, 'unixepoch')), id)`,
    // From the text of a file to its owners without reading the text.
    `CREATE INDEX fileTextPlace ON fileText (rowNumber, fileHash)`,
    `CREATE INDEX matterFacets ON matter (state, year, source, leadDepartmentId, dueOn)`,
  ],
};
