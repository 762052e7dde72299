import { changeAccess } from './change-access';
import { addColumn, dropColumn } from './columns/add-column';
import { addIdentity, dropIdentity } from './columns/add-identity';
import { addSerial, dropSerial } from './columns/add-serial';
import { changeType } from './columns/change-type';
import { changeTypes } from './columns/change-types';
import { dropExpression, restoreExpression } from './columns/drop-expression';
import { setColumnCompression } from './columns/set-column-compression';
import { setColumnOptions } from './columns/set-column-options';
import { setColumnStatistics } from './columns/set-column-statistics';
import { setColumnStorage } from './columns/set-column-storage';
import { dropDefault, setDefault } from './columns/set-default';
import { setIdentityMode } from './columns/set-identity-mode';
import { dropNotNull, setNotNull } from './columns/set-not-null';
import { createExtension, dropExtension } from './create-extension';
import { createSchema, dropSchema } from './create-schema';
import type { Definition } from './definition';
import { moveToSchema } from './move-to-schema';
import { renameObject } from './rename-object';
import { createRoutine, dropRoutine } from './routines/create-routine';
import { replaceRoutine } from './routines/replace-routine';
import { changeSequence } from './sequences/change-sequence';
import { createSequence, dropSequence } from './sequences/create-sequence';
import { setSequenceOwner } from './sequences/set-sequence-owner';
import { setComment } from './set-comment';
import type { Statement } from './statement';
import { addConstraint, dropConstraint } from './table-parts/add-constraint';
import { createIndex, dropIndex } from './table-parts/create-index';
import { createPolicy, dropPolicy } from './table-parts/create-policy';
import { createRule, dropRule } from './table-parts/create-rule';
import { createStatistics, dropStatistics } from './table-parts/create-statistics';
import { createTrigger, dropTrigger } from './table-parts/create-trigger';
import { setClusteredOn } from './table-parts/set-clustered-on';
import { setDeferrable } from './table-parts/set-deferrable';
import { setTriggerEnabled } from './table-parts/set-trigger-enabled';
import { invalidateConstraint, validateConstraint } from './table-parts/validate-constraint';
import { addParent, removeParent } from './tables/add-parent';
import { createTable, dropTable } from './tables/create-table';
import { setLogged } from './tables/set-logged';
import { setReplicaIdentity } from './tables/set-replica-identity';
import { setRowSecurity } from './tables/set-row-security';
import { setTableOptions } from './tables/set-table-options';
import { createTypeormMetadata, dropTypeormMetadata } from './typeorm/create-typeorm-metadata';
import { deleteMetadataRow, insertMetadataRow } from './typeorm/insert-metadata-row';
import { addAttribute, dropAttribute } from './types/add-attribute';
import { addDomainCheck, dropDomainCheck } from './types/add-domain-check';
import { addEnumLabels, removeEnumLabels } from './types/add-enum-labels';
import { createComposite, dropComposite } from './types/create-composite';
import { createDomain, dropDomain } from './types/create-domain';
import { createEnum, dropEnum } from './types/create-enum';
import { createRange, dropRange } from './types/create-range';
import { rebuildDomain } from './types/rebuild-domain';
import { rebuildEnum } from './types/rebuild-enum';
import { renameEnumLabel } from './types/rename-enum-label';
import { setDomainDefault } from './types/set-domain-default';
import { setDomainNotNull } from './types/set-domain-not-null';
import { createMaterializedView, dropMaterializedView } from './views/create-materialized-view';
import { createView, dropView } from './views/create-view';
import { refreshMaterializedView } from './views/refresh-materialized-view';
import { replaceView } from './views/replace-view';

/** Every kind of operation, by its name: one that is not here is none. */
const definitions = {
  addAttribute,
  dropAttribute,
  addColumn,
  dropColumn,
  addConstraint,
  dropConstraint,
  addDomainCheck,
  dropDomainCheck,
  addEnumLabels,
  removeEnumLabels,
  addIdentity,
  dropIdentity,
  addParent,
  removeParent,
  addSerial,
  dropSerial,
  changeSequence,
  changeType,
  changeTypes,
  createComposite,
  dropComposite,
  createDomain,
  dropDomain,
  createEnum,
  dropEnum,
  createExtension,
  dropExtension,
  createIndex,
  dropIndex,
  createMaterializedView,
  dropMaterializedView,
  createPolicy,
  dropPolicy,
  createRange,
  dropRange,
  createRoutine,
  dropRoutine,
  createRule,
  dropRule,
  createSchema,
  dropSchema,
  createSequence,
  dropSequence,
  createStatistics,
  dropStatistics,
  createTable,
  dropTable,
  createTrigger,
  dropTrigger,
  createTypeormMetadata,
  dropTypeormMetadata,
  createView,
  dropView,
  dropExpression,
  restoreExpression,
  insertMetadataRow,
  deleteMetadataRow,
  moveToSchema,
  rebuildDomain,
  rebuildEnum,
  renameEnumLabel,
  refreshMaterializedView,
  renameObject,
  replaceRoutine,
  replaceView,
  setClusteredOn,
  setColumnCompression,
  setColumnOptions,
  setColumnStatistics,
  setColumnStorage,
  setComment,
  changeAccess,
  setDefault,
  dropDefault,
  setDeferrable,
  setDomainDefault,
  setDomainNotNull,
  setIdentityMode,
  setLogged,
  setNotNull,
  dropNotNull,
  setReplicaIdentity,
  setRowSecurity,
  setSequenceOwner,
  setTableOptions,
  setTriggerEnabled,
  validateConstraint,
  invalidateConstraint,
} as const;

type Definitions = typeof definitions;

export type OperationKind = keyof Definitions;

/** A change of a schema, as a value: it knows both sides, so nothing else is needed to say or to undo it. */
export type Operation = Parameters<Definitions[OperationKind]['render']>[0];

export function definitionOf(operation: Operation): Definition<Operation, Operation> {
  return definitions[operation.kind];
}

/** The statements that make the change, in order. */
export function renderOperation(operation: Operation): readonly Statement[] {
  return definitionOf(operation).render(operation, renderOperation);
}

export function reverseOperation(operation: Operation): Operation {
  return definitionOf(operation).reverse(operation);
}
