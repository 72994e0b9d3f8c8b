import type { AppContract } from '../ipc/contract.ts';

/**
 * Who may call what. `anyone` covers the time before an office exists and the start-up screens;
 * `clerk` is the one role of a one-person office. Logins and further roles become further names here.
 */
export const ROLES = ['anyone', 'clerk'] as const;
export type Role = (typeof ROLES)[number];

/** Every `slice.procedure` of the contract; a new procedure without a row here does not compile. */
export type ProcedureName = {
  [S in keyof AppContract]: `${S}.${keyof AppContract[S] & string}`;
}[keyof AppContract];

const ANYONE: readonly Role[] = ['anyone', 'clerk'];
const CLERK: readonly Role[] = ['clerk'];

export const PERMISSIONS: Readonly<Record<ProcedureName, readonly Role[]>> = {
  'system.status': ANYONE,
  'system.proposeDataFolder': ANYONE,
  'system.chooseDataFolder': ANYONE,
  'system.completeFirstRun': ANYONE,
  'system.listBackups': ANYONE,
  'system.backupNow': CLERK,
  // A damaged file cannot say who works with it; restoring must be possible then.
  'system.restoreBackup': ANYONE,
  'system.salvage': ANYONE,
  'system.openFolder': ANYONE,
  'system.reportProblem': ANYONE,
  'system.viewState': ANYONE,
  'system.saveViewState': ANYONE,
  'office.get': CLERK,
  'office.update': CLERK,
  'office.saveIssuerCode': CLERK,
  'office.numberSeries': CLERK,
  'office.startSeries': CLERK,
  'office.people': CLERK,
  'office.savePerson': CLERK,
  'office.departments': CLERK,
  'office.saveDepartment': CLERK,
  'office.loadSample': CLERK,
  'office.removeSample': CLERK,
  'outgoing.list': CLERK,
  'outgoing.get': CLERK,
  'outgoing.create': CLERK,
  'outgoing.save': CLERK,
  'outgoing.peekNumber': CLERK,
  'outgoing.assignNumber': CLERK,
  'outgoing.voidNumbered': CLERK,
  'outgoing.discard': CLERK,
  'outgoing.restore': CLERK,
  'outgoing.history': CLERK,
  'outgoing.importFile': CLERK,
  'outgoing.addImage': CLERK,
  'outgoing.image': CLERK,
  'outgoing.pageImage': CLERK,
  'document.preview': CLERK,
  'document.previewPages': CLERK,
  'document.exportFiles': CLERK,
  'document.openExported': CLERK,
  'document.print': CLERK,
  'document.printOptions': CLERK,
  'document.printTo': CLERK,
  'document.cancelPrint': CLERK,
  'document.saveOffset': CLERK,
  'document.printCalibration': CLERK,
  'templates.list': CLERK,
  'templates.save': CLERK,
  'templates.void': CLERK,
  'templates.restore': CLERK,
  'templates.exportFile': CLERK,
  'templates.importFile': CLERK,
  'incoming.list': CLERK,
  'incoming.get': CLERK,
  'incoming.register': CLERK,
  'incoming.expect': CLERK,
  'incoming.save': CLERK,
  'incoming.act': CLERK,
  'incoming.undo': CLERK,
  'incoming.unlink': CLERK,
  'incoming.copy': CLERK,
  'incoming.findDuplicates': CLERK,
  'incoming.peekNumber': CLERK,
  'incoming.startSeries': CLERK,
  'incoming.numberSetting': CLERK,
  'incoming.saveNumberSetting': CLERK,
  'incoming.completeSender': CLERK,
  'incoming.completePerson': CLERK,
  'incoming.completeDepartment': CLERK,
  'incoming.link': CLERK,
  'incoming.history': CLERK,
  'directory.units': CLERK,
  'directory.saveUnit': CLERK,
  'directory.groups': CLERK,
  'directory.saveGroup': CLERK,
  'directory.voidGroup': CLERK,
  'directory.restoreGroup': CLERK,
  'directory.calendar': CLERK,
  'directory.saveYear': CLERK,
  'directory.deadlineRules': CLERK,
  'directory.saveDeadlineRules': CLERK,
  'exchange.layouts': CLERK,
  'exchange.saveLayout': CLERK,
  'exchange.removeLayout': CLERK,
  'exchange.exportList': CLERK,
  'exchange.cancelJob': CLERK,
  'matter.list': CLERK,
  'matter.get': CLERK,
  'matter.create': CLERK,
  'matter.save': CLERK,
  'matter.act': CLERK,
  'matter.createFrom': CLERK,
  'matter.link': CLERK,
  'matter.history': CLERK,
  'matter.peekNumber': CLERK,
  'matter.startSeries': CLERK,
  'matter.urgings': CLERK,
  'matter.answerUrging': CLERK,
};

/** True when one of the roles that may call the procedure is the caller's. */
export function mayCall(procedure: ProcedureName, role: Role): boolean {
  return PERMISSIONS[procedure].includes(role);
}
