import type { Migration } from '../migrate.ts';
import { firstFloor } from './0010-first-floor.ts';
import { templates } from './0020-templates.ts';
import { searchAndStart } from './0025-search-and-start.ts';
import { incoming } from './0030-incoming.ts';
import { undo } from './0035-undo.ts';
import { attachment } from './0040-attachment.ts';
import { itemCode } from './0045-item-code.ts';
import { outgoingFlow } from './0050-outgoing-flow.ts';
import { exchange } from './0060-exchange.ts';
import { directory } from './0070-directory.ts';
import { matter } from './0080-matter.ts';
import { search } from './0090-search.ts';

/** In order; numbered by ten so that another can be put in between. A shipped one is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  firstFloor,
  templates,
  searchAndStart,
  incoming,
  undo,
  attachment,
  itemCode,
  outgoingFlow,
  exchange,
  directory,
  matter,
  search,
];
