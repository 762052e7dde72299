import type { Operation } from '../operations/operation';
import type { RenamedObject } from '../operations/rename-object';
import type { CommentTarget } from '../operations/set-comment';
import type { Column } from '../schema/column';
import type { Constraint } from '../schema/constraint';
import { columnAddress, partAddress, tableAddress } from '../schema/dependency-edges';
import { nameOnly } from '../schema/name-key';
import type { ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Routine } from '../schema/routine';
import type { Table } from '../schema/table';
import type { CompositeType } from '../schema/user-type';
import type { MaterializedView, View } from '../schema/view';

/** What an operation does to whom: all that the order of operations is found by. */
export interface Effects {
  readonly creates: readonly ObjectAddress[];
  readonly removes: readonly ObjectAddress[];
  /** It is there before and after, but what stands on it may have to make room meanwhile. */
  readonly alters: readonly ObjectAddress[];
  /** It must be there, and is left as it is. */
  readonly needs: readonly ObjectAddress[];
  /** A name that is free from then on, and one that is taken; what bears it stays what it is. */
  readonly frees: readonly ObjectAddress[];
  readonly takes: readonly ObjectAddress[];
}

const none: readonly ObjectAddress[] = [];

function effects(some: Partial<Effects>): Effects {
  return { creates: none, removes: none, alters: none, needs: none, frees: none, takes: none, ...some };
}

export function effectsOf(operation: Operation): Effects {
  const own = ownEffects(operation);
  return {
    ...own,
    frees: [...own.frees, ...own.removes.flatMap(sharedName), ...indexNames(operation, 'dropped')],
    takes: [...own.takes, ...own.creates.flatMap(sharedName), ...indexNames(operation, 'made')],
  };
}

/** Tables, views, sequences, indexes and types have their names from one set. */
function sharedName(address: ObjectAddress): readonly ObjectAddress[] {
  switch (address.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return [indexOf(address, address.name)];
    case 'namespace':
    case 'extension':
    case 'index':
    case 'statistics':
    case 'routine':
    case 'column':
    case 'default':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return [];
  }
}

/** A key or an exclusion stands on an index of its name. */
function indexNames(operation: Operation, when: 'made' | 'dropped'): readonly ObjectAddress[] {
  switch (operation.kind) {
    case 'createTable':
    case 'dropTable':
      return (operation.kind === 'createTable') === (when === 'made')
        ? operation.table.constraints.flatMap((constraint) => indexUnder(operation.table, constraint))
        : [];
    case 'addConstraint':
    case 'dropConstraint':
      return (operation.kind === 'addConstraint') === (when === 'made')
        ? indexUnder(operation.table, operation.constraint)
        : [];
    default:
      return [];
  }
}

function indexUnder(table: QualifiedName, { kind, name }: Constraint): readonly ObjectAddress[] {
  return kind === 'check' || kind === 'foreignKey' ? [] : [indexOf(table, name)];
}

function ownEffects(operation: Operation): Effects {
  switch (operation.kind) {
    case 'createSchema':
      return effects({ creates: [{ kind: 'namespace', name: operation.namespace.name }] });
    case 'dropSchema':
      return effects({ removes: [{ kind: 'namespace', name: operation.namespace.name }] });
    case 'createExtension':
      return effects({ creates: [{ kind: 'extension', name: operation.extension.name }] });
    case 'dropExtension':
      return effects({ removes: [{ kind: 'extension', name: operation.extension.name }] });
    case 'createEnum':
      return effects({ creates: [{ kind: 'enum', ...nameOnly(operation.type) }] });
    case 'dropEnum':
      return effects({ removes: [{ kind: 'enum', ...nameOnly(operation.type) }] });
    case 'addEnumLabels':
      return effects({ creates: [{ kind: 'enum', ...nameOnly(operation.type) }] });
    case 'removeEnumLabels':
      return effects({ alters: [{ kind: 'enum', ...nameOnly(operation.type) }] });
    case 'renameEnumLabel':
      return effects({ alters: [{ kind: 'enum', ...nameOnly(operation.type) }] });
    case 'rebuildEnum': {
      const type: ObjectAddress = { kind: 'enum', ...nameOnly(operation.type) };
      const columns = operation.uses.map(({ table, column }) => columnAddress(table, column));
      return effects({ creates: [type], removes: [type], alters: columns });
    }
    case 'createDomain':
      return effects({ creates: [{ kind: 'domain', ...nameOnly(operation.domain) }] });
    case 'dropDomain':
      return effects({ removes: [{ kind: 'domain', ...nameOnly(operation.domain) }] });
    case 'setDomainDefault':
    case 'setDomainNotNull':
    case 'addDomainCheck':
    case 'dropDomainCheck':
      return effects({ alters: [{ kind: 'domain', ...nameOnly(operation.domain) }] });
    case 'createComposite':
      return effects({ creates: compositeAddresses(operation.type) });
    case 'dropComposite':
      return effects({ removes: compositeAddresses(operation.type) });
    case 'addAttribute':
      return effects({
        creates: [columnAddress(operation.type, operation.attribute.name)],
        alters: [{ kind: 'composite', ...nameOnly(operation.type) }],
      });
    case 'dropAttribute':
      return effects({
        removes: [columnAddress(operation.type, operation.attribute.name)],
        alters: [{ kind: 'composite', ...nameOnly(operation.type) }],
      });
    case 'createRange':
      return effects({ creates: [{ kind: 'range', ...nameOnly(operation.type) }] });
    case 'dropRange':
      return effects({ removes: [{ kind: 'range', ...nameOnly(operation.type) }] });
    case 'createSequence':
      return effects({ creates: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] });
    case 'dropSequence':
      return effects({ removes: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] });
    case 'changeSequence':
      return effects({ alters: [{ kind: 'sequence', ...nameOnly(operation.sequence) }] });
    case 'setSequenceOwner': {
      const sequence: ObjectAddress = { kind: 'sequence', ...nameOnly(operation.sequence) };
      const owner = operation.to === null ? none : [ownerAddress(operation.to)];
      // A default in its owner's table may count by one that has no owner yet.
      return operation.from === null
        ? effects({ needs: [sequence, ...owner] })
        : effects({ alters: [sequence], needs: owner });
    }
    case 'createRoutine':
      return effects({ creates: routineAddresses(operation.routine) });
    case 'dropRoutine':
      return effects({ removes: routineAddresses(operation.routine) });
    case 'replaceRoutine':
      return effects({ alters: [routineOf(operation.to)] });
    case 'createTable':
      return effects({ creates: tableAddresses(operation.table) });
    case 'dropTable':
      return effects({ removes: tableAddresses(operation.table) });
    case 'addColumn':
      return effects({ creates: columnAddresses(operation.table, operation.column) });
    case 'dropColumn':
      return effects({ removes: columnAddresses(operation.table, operation.column) });
    case 'dropExpression':
    case 'restoreExpression':
      return effects({ alters: [columnAddress(operation.table, operation.column.name)] });
    case 'changeType':
    case 'setNotNull':
    case 'dropNotNull':
      return effects({ alters: [columnAddress(operation.table, operation.column)] });
    case 'setDefault':
      return effects({
        [operation.from === null ? 'creates' : 'alters']: [
          partAddress('default', operation.table, operation.column),
        ],
      });
    case 'addSerial':
    case 'addIdentity':
      return effects({ creates: valueAddresses(operation) });
    case 'dropDefault':
      return effects({ removes: [partAddress('default', operation.table, operation.column)] });
    case 'dropSerial':
    case 'dropIdentity':
      return effects({ removes: valueAddresses(operation) });
    case 'setIdentityMode':
      return effects({ alters: [partAddress('default', operation.table, operation.column)] });
    case 'setColumnStorage':
    case 'setColumnCompression':
    case 'setColumnStatistics':
    case 'setColumnOptions':
      return effects({ needs: [columnAddress(operation.table, operation.column)] });
    case 'addConstraint':
      return effects({ creates: [partAddress('constraint', operation.table, operation.constraint.name)] });
    case 'dropConstraint':
      return effects({ removes: [partAddress('constraint', operation.table, operation.constraint.name)] });
    case 'validateConstraint':
    case 'invalidateConstraint':
      return effects({ alters: [partAddress('constraint', operation.table, operation.to.name)] });
    case 'createIndex':
      return effects({ creates: [indexOf(operation.table, operation.index.name)] });
    case 'dropIndex':
      return effects({ removes: [indexOf(operation.table, operation.index.name)] });
    case 'createTrigger':
      return effects({ creates: [partAddress('trigger', operation.table, operation.trigger.name)] });
    case 'dropTrigger':
      return effects({ removes: [partAddress('trigger', operation.table, operation.trigger.name)] });
    case 'setTriggerEnabled':
      return effects({ alters: [partAddress('trigger', operation.table, operation.trigger)] });
    case 'createPolicy':
      return effects({ creates: [partAddress('policy', operation.table, operation.policy.name)] });
    case 'dropPolicy':
      return effects({ removes: [partAddress('policy', operation.table, operation.policy.name)] });
    case 'createRule':
      return effects({ creates: [partAddress('rule', operation.table, operation.rule.name)] });
    case 'dropRule':
      return effects({ removes: [partAddress('rule', operation.table, operation.rule.name)] });
    case 'createStatistics':
      return effects({ creates: [{ kind: 'statistics', ...nameOnly(operation.statistics) }] });
    case 'dropStatistics':
      return effects({ removes: [{ kind: 'statistics', ...nameOnly(operation.statistics) }] });
    case 'createView':
      return effects({ creates: viewAddresses(operation.view) });
    case 'dropView':
      return effects({ removes: viewAddresses(operation.view) });
    case 'replaceView':
      return effects({ alters: [{ kind: 'view', ...nameOnly(operation.to) }] });
    case 'createMaterializedView':
      return effects({ creates: materializedViewAddresses(operation.view) });
    case 'dropMaterializedView':
      return effects({ removes: materializedViewAddresses(operation.view) });
    case 'setTableOptions':
      return effects({ needs: [{ kind: operation.on, ...operation.table }] });
    case 'setLogged':
    case 'setRowSecurity':
      return effects({ needs: [tableAddress(operation.table)] });
    case 'setReplicaIdentity':
      return effects({
        needs: [
          tableAddress(operation.table),
          ...(operation.to.kind === 'index' ? indexOrConstraint(operation.table, operation.to.index) : []),
        ],
      });
    case 'setClusteredOn':
      return effects({
        needs: [
          tableAddress(operation.table),
          ...(operation.to === null ? [] : indexOrConstraint(operation.table, operation.to)),
        ],
      });
    case 'addParent':
    case 'removeParent':
      return effects({ needs: [tableAddress(operation.table), tableAddress(operation.parent)] });
    case 'setComment':
      return effects({ needs: [commented(operation.on)] });
    case 'renameObject':
      return effects({
        frees: [renamed(operation.object, operation.from)],
        takes: [renamed(operation.object, operation.to)],
      });
    case 'moveToSchema':
      return effects({ needs: [{ kind: 'namespace', name: operation.to }] });
    case 'createTypeormMetadata':
      return effects({ creates: [tableAddress(operation.table)] });
    case 'dropTypeormMetadata':
      return effects({ removes: [tableAddress(operation.table)] });
    case 'insertMetadataRow':
    case 'deleteMetadataRow':
      return effects({ needs: [tableAddress(operation.table)] });
  }
}

function columnAddresses(table: QualifiedName, { name, value }: Column): readonly ObjectAddress[] {
  return [
    columnAddress(table, name),
    partAddress('default', table, name),
    ...(value.kind === 'serial' || value.kind === 'identity'
      ? [{ kind: 'sequence', ...nameOnly(value.sequence) } as const]
      : []),
  ];
}

function valueAddresses(operation: {
  readonly table: QualifiedName;
  readonly column: string;
  readonly sequence: QualifiedName;
}): readonly ObjectAddress[] {
  return [
    partAddress('default', operation.table, operation.column),
    { kind: 'sequence', ...nameOnly(operation.sequence) },
  ];
}

function tableAddresses(table: Table): readonly ObjectAddress[] {
  return [
    tableAddress(table),
    ...table.columns.flatMap((column) => columnAddresses(table, column)),
    ...table.constraints.map(({ name }) => partAddress('constraint', table, name)),
    ...table.indexes.map(({ name }) => indexOf(table, name)),
    ...table.triggers.map(({ name }) => partAddress('trigger', table, name)),
    ...table.policies.map(({ name }) => partAddress('policy', table, name)),
    ...table.rules.map(({ name }) => partAddress('rule', table, name)),
  ];
}

function viewAddresses(view: View): readonly ObjectAddress[] {
  return [
    { kind: 'view', ...nameOnly(view) },
    ...view.columns.map(({ name }) => columnAddress(view, name)),
    ...view.triggers.map(({ name }) => partAddress('trigger', view, name)),
    ...view.rules.map(({ name }) => partAddress('rule', view, name)),
  ];
}

function materializedViewAddresses(view: MaterializedView): readonly ObjectAddress[] {
  return [
    { kind: 'materializedView', ...nameOnly(view) },
    ...view.columns.map(({ name }) => columnAddress(view, name)),
    ...view.indexes.map(({ name }) => indexOf(view, name)),
  ];
}

function compositeAddresses(type: CompositeType): readonly ObjectAddress[] {
  return [
    { kind: 'composite', ...nameOnly(type) },
    ...type.attributes.map(({ name }) => columnAddress(type, name)),
  ];
}

function indexOf({ schema }: QualifiedName, name: string): ObjectAddress {
  return { kind: 'index', schema, name };
}

function indexOrConstraint(table: QualifiedName, name: string): readonly ObjectAddress[] {
  return [indexOf(table, name), partAddress('constraint', table, name)];
}

/** With all of the same name: what is an overload and what would be the same routine is for Postgres to say. */
function routineAddresses(routine: Routine): readonly ObjectAddress[] {
  return [routineOf(routine), { ...routineOf(routine), identityArguments: 'any' }];
}

function routineOf({ schema, name, identityArguments }: Routine) {
  return { kind: 'routine', schema, name, identityArguments } as const;
}

function ownerAddress(owner: { readonly schema: string; readonly table: string; readonly column: string }) {
  return columnAddress({ schema: owner.schema, name: owner.table }, owner.column);
}

function commented(on: CommentTarget): ObjectAddress {
  switch (on.kind) {
    case 'function':
    case 'procedure':
    case 'aggregate': {
      const { schema, name, identityArguments } = on;
      return { kind: 'routine', schema, name, identityArguments };
    }
    case 'domainConstraint':
      return { kind: 'domain', schema: on.schema, name: on.relation };
    case 'namespace':
    case 'extension':
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'index':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
    case 'statistics':
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return on;
  }
}

function renamed(object: RenamedObject, name: string): ObjectAddress {
  switch (object.kind) {
    case 'schema':
      return { kind: 'namespace', name };
    case 'type':
      return { kind: 'enum', schema: object.schema, name };
    case 'attribute':
      return columnAddress(object.type, name);
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'index':
    case 'domain':
    case 'statistics':
      return { kind: object.kind, schema: object.schema, name };
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return partAddress(object.kind, object.table, name);
  }
}
