import { documentContract } from '../features/document.ts';
import { incomingContract } from '../features/incoming.ts';
import { officeContract } from '../features/office.ts';
import { outgoingContract } from '../features/outgoing.ts';
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
} as const satisfies Contract;

export type AppContract = typeof contract;
export type AppClient = Client<AppContract>;
