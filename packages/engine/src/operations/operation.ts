import { addAttribute, dropAttribute } from './add-attribute';
import { addColumn, dropColumn } from './add-column';
import { addConstraint, dropConstraint } from './add-constraint';
import { addDomainCheck, dropDomainCheck } from './add-domain-check';
import { addEnumLabels, removeEnumLabels } from './add-enum-labels';
import { addIdentity, dropIdentity } from './add-identity';
import { addParent, removeParent } from './add-parent';
import { addSerial, dropSerial } from './add-serial';
import { changeSequence } from './change-sequence';
import { changeType } from './change-type';
import { changeTypes } from './change-types';
import { createComposite, dropComposite } from './create-composite';
import { createDomain, dropDomain } from './create-domain';
import { createEnum, dropEnum } from './create-enum';
import { createExtension, dropExtension } from './create-extension';
import { createIndex, dropIndex } from './create-index';
import { createMaterializedView, dropMaterializedView } from './create-materialized-view';
import { createPolicy, dropPolicy } from './create-policy';
import { createRange, dropRange } from './create-range';
import { createRoutine, dropRoutine } from './create-routine';
import { createRule, dropRule } from './create-rule';
import { createSchema, dropSchema } from './create-schema';
import { createSequence, dropSequence } from './create-sequence';
import { createStatistics, dropStatistics } from './create-statistics';
import { createTable, dropTable } from './create-table';
import { createTrigger, dropTrigger } from './create-trigger';
import { createTypeormMetadata, dropTypeormMetadata } from './create-typeorm-metadata';
import { createView, dropView } from './create-view';
import type { Definition } from './definition';
import { dropExpression, restoreExpression } from './drop-expression';
import { deleteMetadataRow, insertMetadataRow } from './insert-metadata-row';
import { moveToSchema } from './move-to-schema';
import { rebuildEnum } from './rebuild-enum';
import { renameEnumLabel } from './rename-enum-label';
import { renameObject } from './rename-object';
import { replaceRoutine } from './replace-routine';
import { replaceView } from './replace-view';
import { setClusteredOn } from './set-clustered-on';
import { setColumnCompression } from './set-column-compression';
import { setColumnOptions } from './set-column-options';
import { setColumnStatistics } from './set-column-statistics';
import { setColumnStorage } from './set-column-storage';
import { setComment } from './set-comment';
import { dropDefault, setDefault } from './set-default';
import { setDeferrable } from './set-deferrable';
import { setDomainDefault } from './set-domain-default';
import { setDomainNotNull } from './set-domain-not-null';
import { setIdentityMode } from './set-identity-mode';
import { setLogged } from './set-logged';
import { dropNotNull, setNotNull } from './set-not-null';
import { setReplicaIdentity } from './set-replica-identity';
import { setRowSecurity } from './set-row-security';
import { setSequenceOwner } from './set-sequence-owner';
import { setTableOptions } from './set-table-options';
import { setTriggerEnabled } from './set-trigger-enabled';
import type { Statement } from './statement';
import { invalidateConstraint, validateConstraint } from './validate-constraint';

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
  rebuildEnum,
  renameEnumLabel,
  renameObject,
  replaceRoutine,
  replaceView,
  setClusteredOn,
  setColumnCompression,
  setColumnOptions,
  setColumnStatistics,
  setColumnStorage,
  setComment,
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
