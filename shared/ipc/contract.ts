import { attachmentContract } from '../features/attachment.ts';
import { deskContract } from '../features/desk.ts';
import { directoryContract } from '../features/directory.ts';
import { documentContract } from '../features/document.ts';
import { exchangeContract } from '../features/exchange.ts';
import { formContract } from '../features/form.ts';
import { incomingContract } from '../features/incoming.ts';
import { matterContract } from '../features/matter.ts';
import { officeContract } from '../features/office.ts';
import { outgoingContract } from '../features/outgoing.ts';
import { searchContract } from '../features/search.ts';
import { systemContract } from '../features/system.ts';
import { templatesContract } from '../features/templates.ts';
import type { Client, Contract } from './define.ts';

/** Everything the renderer may ask of the main process. A procedure exists here or not at all. */
export const contract = {
  system: systemContract,
  office: officeContract,
  outgoing: outgoingContract,
  document: documentContract,
  templates: templatesContract,
  incoming: incomingContract,
  attachment: attachmentContract,
  form: formContract,
  exchange: exchangeContract,
  matter: matterContract,
  desk: deskContract,
  search: searchContract,
  directory: directoryContract,
} as const satisfies Contract;

export type AppContract = typeof contract;
export type AppClient = Client<AppContract>;
