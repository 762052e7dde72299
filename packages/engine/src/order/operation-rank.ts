import type { Operation, OperationKind } from '../operations/operation';

/**
 * Where nothing orders two operations, this does: first what makes room, then what is created from the ground up, then
 * what goes. A lower number runs earlier.
 */
const ranks: { readonly [kind in OperationKind]: number } = {
  addEnumLabels: 0,
  renameEnumLabel: 0,
  deleteMetadataRow: 10,
  dropPolicy: 11,
  dropTrigger: 12,
  dropRule: 13,
  dropMaterializedView: 14,
  dropView: 15,
  dropStatistics: 16,
  dropIndex: 17,
  dropConstraint: 18,
  removeParent: 19,
  createSchema: 20,
  createExtension: 21,
  moveToSchema: 22,
  createEnum: 23,
  createDomain: 23,
  createComposite: 23,
  createRange: 23,
  rebuildEnum: 24,
  rebuildDomain: 24,
  removeEnumLabels: 24,
  addAttribute: 25,
  setDomainDefault: 25,
  setDomainNotNull: 25,
  dropDomainCheck: 25,
  addDomainCheck: 26,
  createSequence: 27,
  renameObject: 28,
  changeSequence: 29,
  createTable: 30,
  dropDefault: 31,
  dropSerial: 31,
  dropIdentity: 31,
  dropExpression: 32,
  restoreExpression: 32,
  dropNotNull: 33,
  changeType: 34,
  changeTypes: 34,
  addColumn: 35,
  setNotNull: 36,
  setDefault: 37,
  addSerial: 37,
  addIdentity: 37,
  setIdentityMode: 37,
  setSequenceOwner: 38,
  setColumnStorage: 39,
  setColumnCompression: 39,
  setColumnStatistics: 39,
  setColumnOptions: 39,
  setTableOptions: 40,
  setLogged: 40,
  addParent: 41,
  replaceRoutine: 42,
  createRoutine: 43,
  addConstraint: 44,
  createIndex: 45,
  setDeferrable: 46,
  validateConstraint: 46,
  invalidateConstraint: 46,
  setReplicaIdentity: 47,
  setClusteredOn: 47,
  replaceView: 48,
  createView: 49,
  createMaterializedView: 50,
  refreshMaterializedView: 50,
  createStatistics: 51,
  createRule: 52,
  createTrigger: 53,
  setTriggerEnabled: 54,
  createPolicy: 55,
  setRowSecurity: 56,
  setComment: 57,
  changeAccess: 57,
  createTypeormMetadata: 58,
  insertMetadataRow: 59,
  // To Postgres a body that is a string needs nothing; yet on the way back it needs what it names.
  dropRoutine: 69,
  dropColumn: 70,
  dropTable: 71,
  dropSequence: 73,
  dropAttribute: 74,
  dropDomain: 75,
  dropComposite: 75,
  dropRange: 75,
  dropEnum: 76,
  dropTypeormMetadata: 77,
  dropExtension: 78,
  dropSchema: 79,
};

/** What runs in a file of its own runs last, so that there are few files. */
const lastRank = 100;

export function operationRank(operation: Operation): number {
  const rank = ranks[operation.kind];
  return runsAlone(operation) ? lastRank + rank : rank;
}

function runsAlone(operation: Operation): boolean {
  if (operation.kind === 'createIndex') return operation.concurrently === true;
  if (operation.kind === 'addConstraint') return operation.builtFirst !== undefined;
  if (operation.kind === 'refreshMaterializedView') return true;
  if (operation.kind === 'setNotNull') return operation.provenBy !== undefined;
  return operation.kind === 'validateConstraint' && operation.alone === true;
}
