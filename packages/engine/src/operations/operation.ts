import {
  type AddAttribute,
  type DropAttribute,
  renderAddAttribute,
  renderDropAttribute,
  reverseAddAttribute,
  reverseDropAttribute,
} from './add-attribute';
import {
  type AddColumn,
  type DropColumn,
  renderAddColumn,
  renderDropColumn,
  reverseAddColumn,
  reverseDropColumn,
} from './add-column';
import {
  type AddConstraint,
  type DropConstraint,
  renderAddConstraint,
  renderDropConstraint,
  reverseAddConstraint,
  reverseDropConstraint,
} from './add-constraint';
import {
  type AddDomainCheck,
  type DropDomainCheck,
  renderAddDomainCheck,
  renderDropDomainCheck,
  reverseAddDomainCheck,
  reverseDropDomainCheck,
} from './add-domain-check';
import {
  type AddEnumLabels,
  type RemoveEnumLabels,
  renderAddEnumLabels,
  renderRemoveEnumLabels,
  reverseAddEnumLabels,
  reverseRemoveEnumLabels,
} from './add-enum-labels';
import {
  type AddIdentity,
  type DropIdentity,
  renderAddIdentity,
  renderDropIdentity,
  reverseAddIdentity,
  reverseDropIdentity,
} from './add-identity';
import {
  type AddParent,
  type RemoveParent,
  renderAddParent,
  renderRemoveParent,
  reverseAddParent,
  reverseRemoveParent,
} from './add-parent';
import {
  type AddSerial,
  type DropSerial,
  renderAddSerial,
  renderDropSerial,
  reverseAddSerial,
  reverseDropSerial,
} from './add-serial';
import { type ChangeSequence, renderChangeSequence, reverseChangeSequence } from './change-sequence';
import { type ChangeType, renderChangeType, reverseChangeType } from './change-type';
import {
  type CreateComposite,
  type DropComposite,
  renderCreateComposite,
  renderDropComposite,
  reverseCreateComposite,
  reverseDropComposite,
} from './create-composite';
import {
  type CreateDomain,
  type DropDomain,
  renderCreateDomain,
  renderDropDomain,
  reverseCreateDomain,
  reverseDropDomain,
} from './create-domain';
import {
  type CreateEnum,
  type DropEnum,
  renderCreateEnum,
  renderDropEnum,
  reverseCreateEnum,
  reverseDropEnum,
} from './create-enum';
import {
  type CreateExtension,
  type DropExtension,
  renderCreateExtension,
  renderDropExtension,
  reverseCreateExtension,
  reverseDropExtension,
} from './create-extension';
import {
  type CreateIndex,
  type DropIndex,
  renderCreateIndex,
  renderDropIndex,
  reverseCreateIndex,
  reverseDropIndex,
} from './create-index';
import {
  type CreateMaterializedView,
  type DropMaterializedView,
  renderCreateMaterializedView,
  renderDropMaterializedView,
  reverseCreateMaterializedView,
  reverseDropMaterializedView,
} from './create-materialized-view';
import {
  type CreatePolicy,
  type DropPolicy,
  renderCreatePolicy,
  renderDropPolicy,
  reverseCreatePolicy,
  reverseDropPolicy,
} from './create-policy';
import {
  type CreateRange,
  type DropRange,
  renderCreateRange,
  renderDropRange,
  reverseCreateRange,
  reverseDropRange,
} from './create-range';
import {
  type CreateRoutine,
  type DropRoutine,
  renderCreateRoutine,
  renderDropRoutine,
  reverseCreateRoutine,
  reverseDropRoutine,
} from './create-routine';
import {
  type CreateRule,
  type DropRule,
  renderCreateRule,
  renderDropRule,
  reverseCreateRule,
  reverseDropRule,
} from './create-rule';
import {
  type CreateSchema,
  type DropSchema,
  renderCreateSchema,
  renderDropSchema,
  reverseCreateSchema,
  reverseDropSchema,
} from './create-schema';
import {
  type CreateSequence,
  type DropSequence,
  renderCreateSequence,
  renderDropSequence,
  reverseCreateSequence,
  reverseDropSequence,
} from './create-sequence';
import {
  type CreateStatistics,
  type DropStatistics,
  renderCreateStatistics,
  renderDropStatistics,
  reverseCreateStatistics,
  reverseDropStatistics,
} from './create-statistics';
import {
  type CreateTable,
  type DropTable,
  renderCreateTable,
  renderDropTable,
  reverseCreateTable,
  reverseDropTable,
} from './create-table';
import {
  type CreateTrigger,
  type DropTrigger,
  renderCreateTrigger,
  renderDropTrigger,
  reverseCreateTrigger,
  reverseDropTrigger,
} from './create-trigger';
import {
  type CreateTypeormMetadata,
  type DropTypeormMetadata,
  renderCreateTypeormMetadata,
  renderDropTypeormMetadata,
  reverseCreateTypeormMetadata,
  reverseDropTypeormMetadata,
} from './create-typeorm-metadata';
import {
  type CreateView,
  type DropView,
  renderCreateView,
  renderDropView,
  reverseCreateView,
  reverseDropView,
} from './create-view';
import {
  type DropExpression,
  type RestoreExpression,
  renderDropExpression,
  renderRestoreExpression,
  reverseDropExpression,
  reverseRestoreExpression,
} from './drop-expression';
import {
  type DeleteMetadataRow,
  type InsertMetadataRow,
  renderDeleteMetadataRow,
  renderInsertMetadataRow,
  reverseDeleteMetadataRow,
  reverseInsertMetadataRow,
} from './insert-metadata-row';
import { type MoveToSchema, renderMoveToSchema, reverseMoveToSchema } from './move-to-schema';
import { type RebuildEnum, renderRebuildEnum, reverseRebuildEnum } from './rebuild-enum';
import { type RenameEnumLabel, renderRenameEnumLabel, reverseRenameEnumLabel } from './rename-enum-label';
import { type RenameObject, renderRenameObject, reverseRenameObject } from './rename-object';
import { type ReplaceRoutine, renderReplaceRoutine, reverseReplaceRoutine } from './replace-routine';
import { type ReplaceView, renderReplaceView, reverseReplaceView } from './replace-view';
import { renderSetClusteredOn, reverseSetClusteredOn, type SetClusteredOn } from './set-clustered-on';
import {
  renderSetColumnCompression,
  reverseSetColumnCompression,
  type SetColumnCompression,
} from './set-column-compression';
import { renderSetColumnOptions, reverseSetColumnOptions, type SetColumnOptions } from './set-column-options';
import {
  renderSetColumnStatistics,
  reverseSetColumnStatistics,
  type SetColumnStatistics,
} from './set-column-statistics';
import { renderSetColumnStorage, reverseSetColumnStorage, type SetColumnStorage } from './set-column-storage';
import { renderSetComment, reverseSetComment, type SetComment } from './set-comment';
import {
  type DropDefault,
  renderDropDefault,
  renderSetDefault,
  reverseDropDefault,
  reverseSetDefault,
  type SetDefault,
} from './set-default';
import { renderSetDomainDefault, reverseSetDomainDefault, type SetDomainDefault } from './set-domain-default';
import {
  renderSetDomainNotNull,
  reverseSetDomainNotNull,
  type SetDomainNotNull,
} from './set-domain-not-null';
import { renderSetIdentityMode, reverseSetIdentityMode, type SetIdentityMode } from './set-identity-mode';
import { renderSetLogged, reverseSetLogged, type SetLogged } from './set-logged';
import {
  type DropNotNull,
  renderDropNotNull,
  renderSetNotNull,
  reverseDropNotNull,
  reverseSetNotNull,
  type SetNotNull,
} from './set-not-null';
import {
  renderSetReplicaIdentity,
  reverseSetReplicaIdentity,
  type SetReplicaIdentity,
} from './set-replica-identity';
import { renderSetRowSecurity, reverseSetRowSecurity, type SetRowSecurity } from './set-row-security';
import { renderSetSequenceOwner, reverseSetSequenceOwner, type SetSequenceOwner } from './set-sequence-owner';
import { renderSetTableOptions, reverseSetTableOptions, type SetTableOptions } from './set-table-options';
import {
  renderSetTriggerEnabled,
  reverseSetTriggerEnabled,
  type SetTriggerEnabled,
} from './set-trigger-enabled';
import type { Statement } from './statement';
import {
  type InvalidateConstraint,
  renderInvalidateConstraint,
  renderValidateConstraint,
  reverseInvalidateConstraint,
  reverseValidateConstraint,
  type ValidateConstraint,
} from './validate-constraint';

/** A change of a schema, as a value: it knows both sides, so nothing else is needed to say or to undo it. */
export type Operation =
  | AddAttribute
  | DropAttribute
  | AddColumn
  | DropColumn
  | AddConstraint
  | DropConstraint
  | AddDomainCheck
  | DropDomainCheck
  | AddEnumLabels
  | RemoveEnumLabels
  | AddIdentity
  | DropIdentity
  | AddParent
  | RemoveParent
  | AddSerial
  | DropSerial
  | ChangeSequence
  | ChangeType
  | CreateComposite
  | DropComposite
  | CreateDomain
  | DropDomain
  | CreateEnum
  | DropEnum
  | CreateExtension
  | DropExtension
  | CreateIndex
  | DropIndex
  | CreateMaterializedView
  | DropMaterializedView
  | CreatePolicy
  | DropPolicy
  | CreateRange
  | DropRange
  | CreateRoutine
  | DropRoutine
  | CreateRule
  | DropRule
  | CreateSchema
  | DropSchema
  | CreateSequence
  | DropSequence
  | CreateStatistics
  | DropStatistics
  | CreateTable
  | DropTable
  | CreateTrigger
  | DropTrigger
  | CreateTypeormMetadata
  | DropTypeormMetadata
  | CreateView
  | DropView
  | DropExpression
  | RestoreExpression
  | InsertMetadataRow
  | DeleteMetadataRow
  | MoveToSchema
  | RebuildEnum
  | RenameEnumLabel
  | RenameObject
  | ReplaceRoutine
  | ReplaceView
  | SetClusteredOn
  | SetColumnCompression
  | SetColumnOptions
  | SetColumnStatistics
  | SetColumnStorage
  | SetComment
  | SetDefault
  | DropDefault
  | SetDomainDefault
  | SetDomainNotNull
  | SetIdentityMode
  | SetLogged
  | SetNotNull
  | DropNotNull
  | SetReplicaIdentity
  | SetRowSecurity
  | SetSequenceOwner
  | SetTableOptions
  | SetTriggerEnabled
  | ValidateConstraint
  | InvalidateConstraint;

export type OperationKind = Operation['kind'];

/** The statements that make the change, in order. */
export function renderOperation(operation: Operation): readonly Statement[] {
  switch (operation.kind) {
    case 'addAttribute':
      return renderAddAttribute(operation);
    case 'dropAttribute':
      return renderDropAttribute(operation);
    case 'addColumn':
      return renderAddColumn(operation);
    case 'dropColumn':
      return renderDropColumn(operation);
    case 'addConstraint':
      return renderAddConstraint(operation);
    case 'dropConstraint':
      return renderDropConstraint(operation);
    case 'addDomainCheck':
      return renderAddDomainCheck(operation);
    case 'dropDomainCheck':
      return renderDropDomainCheck(operation);
    case 'addEnumLabels':
      return renderAddEnumLabels(operation);
    case 'removeEnumLabels':
      return renderRemoveEnumLabels(operation);
    case 'addIdentity':
      return renderAddIdentity(operation);
    case 'dropIdentity':
      return renderDropIdentity(operation);
    case 'addParent':
      return renderAddParent(operation);
    case 'removeParent':
      return renderRemoveParent(operation);
    case 'addSerial':
      return renderAddSerial(operation);
    case 'dropSerial':
      return renderDropSerial(operation);
    case 'changeSequence':
      return renderChangeSequence(operation);
    case 'changeType':
      return renderChangeType(operation);
    case 'createComposite':
      return renderCreateComposite(operation);
    case 'dropComposite':
      return renderDropComposite(operation);
    case 'createDomain':
      return renderCreateDomain(operation);
    case 'dropDomain':
      return renderDropDomain(operation);
    case 'createEnum':
      return renderCreateEnum(operation);
    case 'dropEnum':
      return renderDropEnum(operation);
    case 'createExtension':
      return renderCreateExtension(operation);
    case 'dropExtension':
      return renderDropExtension(operation);
    case 'createIndex':
      return renderCreateIndex(operation);
    case 'dropIndex':
      return renderDropIndex(operation);
    case 'createMaterializedView':
      return renderCreateMaterializedView(operation);
    case 'dropMaterializedView':
      return renderDropMaterializedView(operation);
    case 'createPolicy':
      return renderCreatePolicy(operation);
    case 'dropPolicy':
      return renderDropPolicy(operation);
    case 'createRange':
      return renderCreateRange(operation);
    case 'dropRange':
      return renderDropRange(operation);
    case 'createRoutine':
      return renderCreateRoutine(operation);
    case 'dropRoutine':
      return renderDropRoutine(operation);
    case 'createRule':
      return renderCreateRule(operation);
    case 'dropRule':
      return renderDropRule(operation);
    case 'createSchema':
      return renderCreateSchema(operation);
    case 'dropSchema':
      return renderDropSchema(operation);
    case 'createSequence':
      return renderCreateSequence(operation);
    case 'dropSequence':
      return renderDropSequence(operation);
    case 'createStatistics':
      return renderCreateStatistics(operation);
    case 'dropStatistics':
      return renderDropStatistics(operation);
    case 'createTable':
      return renderCreateTable(operation);
    case 'dropTable':
      return renderDropTable(operation);
    case 'createTrigger':
      return renderCreateTrigger(operation);
    case 'dropTrigger':
      return renderDropTrigger(operation);
    case 'createTypeormMetadata':
      return renderCreateTypeormMetadata(operation);
    case 'dropTypeormMetadata':
      return renderDropTypeormMetadata(operation);
    case 'createView':
      return renderCreateView(operation);
    case 'dropView':
      return renderDropView(operation);
    case 'dropExpression':
      return renderDropExpression(operation);
    case 'restoreExpression':
      return renderRestoreExpression(operation);
    case 'insertMetadataRow':
      return renderInsertMetadataRow(operation);
    case 'deleteMetadataRow':
      return renderDeleteMetadataRow(operation);
    case 'moveToSchema':
      return renderMoveToSchema(operation);
    case 'rebuildEnum':
      return renderRebuildEnum(operation);
    case 'renameEnumLabel':
      return renderRenameEnumLabel(operation);
    case 'renameObject':
      return renderRenameObject(operation);
    case 'replaceRoutine':
      return renderReplaceRoutine(operation);
    case 'replaceView':
      return renderReplaceView(operation);
    case 'setClusteredOn':
      return renderSetClusteredOn(operation);
    case 'setColumnCompression':
      return renderSetColumnCompression(operation);
    case 'setColumnOptions':
      return renderSetColumnOptions(operation);
    case 'setColumnStatistics':
      return renderSetColumnStatistics(operation);
    case 'setColumnStorage':
      return renderSetColumnStorage(operation);
    case 'setComment':
      return renderSetComment(operation);
    case 'setDefault':
      return renderSetDefault(operation);
    case 'dropDefault':
      return renderDropDefault(operation);
    case 'setDomainDefault':
      return renderSetDomainDefault(operation);
    case 'setDomainNotNull':
      return renderSetDomainNotNull(operation);
    case 'setIdentityMode':
      return renderSetIdentityMode(operation);
    case 'setLogged':
      return renderSetLogged(operation);
    case 'setNotNull':
      return renderSetNotNull(operation);
    case 'dropNotNull':
      return renderDropNotNull(operation);
    case 'setReplicaIdentity':
      return renderSetReplicaIdentity(operation);
    case 'setRowSecurity':
      return renderSetRowSecurity(operation);
    case 'setSequenceOwner':
      return renderSetSequenceOwner(operation);
    case 'setTableOptions':
      return renderSetTableOptions(operation);
    case 'setTriggerEnabled':
      return renderSetTriggerEnabled(operation);
    case 'validateConstraint':
      return renderValidateConstraint(operation);
    case 'invalidateConstraint':
      return renderInvalidateConstraint(operation);
  }
}

/** The operation that undoes this one. What it cannot bring back stands in the notes of the statements. */
export function reverseOperation(operation: Operation): Operation {
  switch (operation.kind) {
    case 'addAttribute':
      return reverseAddAttribute(operation);
    case 'dropAttribute':
      return reverseDropAttribute(operation);
    case 'addColumn':
      return reverseAddColumn(operation);
    case 'dropColumn':
      return reverseDropColumn(operation);
    case 'addConstraint':
      return reverseAddConstraint(operation);
    case 'dropConstraint':
      return reverseDropConstraint(operation);
    case 'addDomainCheck':
      return reverseAddDomainCheck(operation);
    case 'dropDomainCheck':
      return reverseDropDomainCheck(operation);
    case 'addEnumLabels':
      return reverseAddEnumLabels(operation);
    case 'removeEnumLabels':
      return reverseRemoveEnumLabels(operation);
    case 'addIdentity':
      return reverseAddIdentity(operation);
    case 'dropIdentity':
      return reverseDropIdentity(operation);
    case 'addParent':
      return reverseAddParent(operation);
    case 'removeParent':
      return reverseRemoveParent(operation);
    case 'addSerial':
      return reverseAddSerial(operation);
    case 'dropSerial':
      return reverseDropSerial(operation);
    case 'changeSequence':
      return reverseChangeSequence(operation);
    case 'changeType':
      return reverseChangeType(operation);
    case 'createComposite':
      return reverseCreateComposite(operation);
    case 'dropComposite':
      return reverseDropComposite(operation);
    case 'createDomain':
      return reverseCreateDomain(operation);
    case 'dropDomain':
      return reverseDropDomain(operation);
    case 'createEnum':
      return reverseCreateEnum(operation);
    case 'dropEnum':
      return reverseDropEnum(operation);
    case 'createExtension':
      return reverseCreateExtension(operation);
    case 'dropExtension':
      return reverseDropExtension(operation);
    case 'createIndex':
      return reverseCreateIndex(operation);
    case 'dropIndex':
      return reverseDropIndex(operation);
    case 'createMaterializedView':
      return reverseCreateMaterializedView(operation);
    case 'dropMaterializedView':
      return reverseDropMaterializedView(operation);
    case 'createPolicy':
      return reverseCreatePolicy(operation);
    case 'dropPolicy':
      return reverseDropPolicy(operation);
    case 'createRange':
      return reverseCreateRange(operation);
    case 'dropRange':
      return reverseDropRange(operation);
    case 'createRoutine':
      return reverseCreateRoutine(operation);
    case 'dropRoutine':
      return reverseDropRoutine(operation);
    case 'createRule':
      return reverseCreateRule(operation);
    case 'dropRule':
      return reverseDropRule(operation);
    case 'createSchema':
      return reverseCreateSchema(operation);
    case 'dropSchema':
      return reverseDropSchema(operation);
    case 'createSequence':
      return reverseCreateSequence(operation);
    case 'dropSequence':
      return reverseDropSequence(operation);
    case 'createStatistics':
      return reverseCreateStatistics(operation);
    case 'dropStatistics':
      return reverseDropStatistics(operation);
    case 'createTable':
      return reverseCreateTable(operation);
    case 'dropTable':
      return reverseDropTable(operation);
    case 'createTrigger':
      return reverseCreateTrigger(operation);
    case 'dropTrigger':
      return reverseDropTrigger(operation);
    case 'createTypeormMetadata':
      return reverseCreateTypeormMetadata(operation);
    case 'dropTypeormMetadata':
      return reverseDropTypeormMetadata(operation);
    case 'createView':
      return reverseCreateView(operation);
    case 'dropView':
      return reverseDropView(operation);
    case 'dropExpression':
      return reverseDropExpression(operation);
    case 'restoreExpression':
      return reverseRestoreExpression(operation);
    case 'insertMetadataRow':
      return reverseInsertMetadataRow(operation);
    case 'deleteMetadataRow':
      return reverseDeleteMetadataRow(operation);
    case 'moveToSchema':
      return reverseMoveToSchema(operation);
    case 'rebuildEnum':
      return reverseRebuildEnum(operation);
    case 'renameEnumLabel':
      return reverseRenameEnumLabel(operation);
    case 'renameObject':
      return reverseRenameObject(operation);
    case 'replaceRoutine':
      return reverseReplaceRoutine(operation);
    case 'replaceView':
      return reverseReplaceView(operation);
    case 'setClusteredOn':
      return reverseSetClusteredOn(operation);
    case 'setColumnCompression':
      return reverseSetColumnCompression(operation);
    case 'setColumnOptions':
      return reverseSetColumnOptions(operation);
    case 'setColumnStatistics':
      return reverseSetColumnStatistics(operation);
    case 'setColumnStorage':
      return reverseSetColumnStorage(operation);
    case 'setComment':
      return reverseSetComment(operation);
    case 'setDefault':
      return reverseSetDefault(operation);
    case 'dropDefault':
      return reverseDropDefault(operation);
    case 'setDomainDefault':
      return reverseSetDomainDefault(operation);
    case 'setDomainNotNull':
      return reverseSetDomainNotNull(operation);
    case 'setIdentityMode':
      return reverseSetIdentityMode(operation);
    case 'setLogged':
      return reverseSetLogged(operation);
    case 'setNotNull':
      return reverseSetNotNull(operation);
    case 'dropNotNull':
      return reverseDropNotNull(operation);
    case 'setReplicaIdentity':
      return reverseSetReplicaIdentity(operation);
    case 'setRowSecurity':
      return reverseSetRowSecurity(operation);
    case 'setSequenceOwner':
      return reverseSetSequenceOwner(operation);
    case 'setTableOptions':
      return reverseSetTableOptions(operation);
    case 'setTriggerEnabled':
      return reverseSetTriggerEnabled(operation);
    case 'validateConstraint':
      return reverseValidateConstraint(operation);
    case 'invalidateConstraint':
      return reverseInvalidateConstraint(operation);
  }
}
