import type { AppContract } from '../../shared/ipc/contract.ts';
import type { Handlers } from '../../shared/ipc/define.ts';
import type { Ctx } from './context.ts';
import { attachmentHandlers } from './attachment/handlers.ts';
import { formHandlers } from './form/handlers.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import { matterHandlers } from './matter/handlers.ts';
import { deskHandlers } from './desk/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import { directoryHandlers } from './directory/handlers.ts';
import { documentHandlers } from './document/handlers.ts';
import { incomingHandlers } from './incoming/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import { outgoingHandlers } from './outgoing/handlers.ts';
import { systemHandlers } from './system/handlers.ts';
import { templatesHandlers } from './templates/handlers.ts';

/** One entry per slice of the contract; a missing slice or procedure does not compile. */
export const handlers: { readonly [S in keyof AppContract]: Handlers<AppContract[S], Ctx> } = {
  system: systemHandlers,
  office: officeHandlers,
  outgoing: outgoingHandlers,
  document: documentHandlers,
  templates: templatesHandlers,
  incoming: incomingHandlers,
  attachment: attachmentHandlers,
  form: formHandlers,
  exchange: exchangeHandlers,
  matter: matterHandlers,
  desk: deskHandlers,
  search: searchHandlers,
  directory: directoryHandlers,
};
