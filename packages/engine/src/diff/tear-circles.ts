import type { Operation } from '../operations/operation';
import { effectsOf } from '../operations/operation-effects';
import { type Column, plainDefault } from '../schema/column';
import { dependencyEdges, partAddress } from '../schema/dependency-edges';
import { groupEntries } from '../schema/group-by';
import { nameOnly } from '../schema/name-key';
import { addressKey } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Rule } from '../schema/rule';
import type { Schema } from '../schema/schema';
import type { Table } from '../schema/table';
import type { View } from '../schema/view';

/**
 * A default or a check may call a function that reads the very table: it is made after both, and goes before them. Only
 * a body that Postgres has parsed (`BEGIN ATOMIC`) has to find what it reads; it records that as what the function needs.
 * So may the rule of a view write into a table that has a column of the view's row type.
 */
export function tearCircles(
  operations: readonly Operation[],
  from: Schema,
  to: Schema,
): readonly Operation[] {
  const made = circles(operations, to, 'creates');
  const gone = circles(operations, from, 'removes');
  return operations.flatMap((operation): readonly Operation[] => {
    switch (operation.kind) {
      case 'createTable': {
        const { table, parts } = torn(operation.table, made(operation));
        return [{ ...operation, table }, ...parts.map(({ add }) => add)];
      }
      case 'dropTable': {
        const { table, parts } = torn(operation.table, gone(operation));
        return [...parts.map(({ drop }) => drop), { ...operation, table }];
      }
      case 'addColumn': {
        const { column, parts } = tornColumn(operation.table, operation.column, made(operation));
        // What may not be NULL needs its value at once.
        return column.notNull ? [operation] : [{ ...operation, column }, ...parts.map(({ add }) => add)];
      }
      case 'dropColumn': {
        const { column, parts } = tornColumn(operation.table, operation.column, gone(operation));
        return [...parts.map(({ drop }) => drop), { ...operation, column }];
      }
      case 'createView': {
        const { view, rules } = tornView(operation.view, made(operation));
        const table = nameOnly(view);
        return [
          { ...operation, view },
          ...rules.map((rule) => ({ kind: 'createRule', table, rule }) as const),
        ];
      }
      case 'dropView': {
        const { view, rules } = tornView(operation.view, gone(operation));
        const table = nameOnly(view);
        return [...rules.map((rule) => ({ kind: 'dropRule', table, rule }) as const), { ...operation, view }];
      }
      default:
        return [operation];
    }
  });
}

/** Whether a part of what an operation makes, or removes, needs that whole. */
type IsCircle = (kind: 'default' | 'constraint' | 'rule', table: QualifiedName, name: string) => boolean;

function circles(
  operations: readonly Operation[],
  schema: Schema,
  effect: 'creates' | 'removes',
): (operation: Operation) => IsCircle {
  // Without such a function, and such a rule, there is none.
  const hasReaders = schema.dependencies.some(
    ({ dependent, on }) => dependent.kind === 'routine' && on.kind !== 'routine' && on.kind !== 'namespace',
  );
  if (!hasReaders && schema.views.every(({ rules }) => rules.length === 0)) return () => () => false;
  const needs = groupEntries(
    dependencyEdges(schema).map(({ dependent, on }) => [addressKey(dependent), addressKey(on)] as const),
  );
  const partsOf = new Map(
    operations.map((operation) => [operation, (effectsOf(operation)[effect] ?? []).map(addressKey)]),
  );
  const whole = new Map(
    [...partsOf].flatMap(([operation, keys]) => keys.map((key) => [key, operation] as const)),
  );
  return (operation) => (kind, table, name) => {
    const isOwn = (key: string) => whole.get(key) === operation;
    const reached = new Set<string>();
    const open = (needs.get(addressKey(partAddress(kind, table, name))) ?? []).filter((key) => !isOwn(key));
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (isOwn(key)) return true;
      if (reached.has(key)) continue;
      reached.add(key);
      // It is made, or goes, with all that belongs to it.
      const other = whole.get(key);
      const together = other === undefined ? [key] : (partsOf.get(other) ?? []);
      open.push(...together.flatMap((part) => needs.get(part) ?? []));
    }
    return false;
  };
}

interface Part {
  readonly add: Operation;
  readonly drop: Operation;
}

function torn(table: Table, isCircle: IsCircle): { readonly table: Table; readonly parts: readonly Part[] } {
  const columns = table.columns.map((column) => tornColumn(table, column, isCircle));
  const on = nameOnly(table);
  const checks = table.constraints.filter(
    ({ kind, name, inherited }) => kind === 'check' && !inherited && isCircle('constraint', table, name),
  );
  const parts = columns.flatMap((each) => each.parts);
  if (parts.length + checks.length === 0) return { table, parts };
  return {
    table: {
      ...table,
      columns: columns.map(({ column }) => column),
      constraints: table.constraints.filter((constraint) => !checks.includes(constraint)),
    },
    parts: [
      ...parts,
      ...checks.map((constraint) => ({
        add: { kind: 'addConstraint', table: on, constraint } as const,
        drop: { kind: 'dropConstraint', table: on, constraint } as const,
      })),
    ],
  };
}

function tornView(view: View, isCircle: IsCircle): { readonly view: View; readonly rules: readonly Rule[] } {
  const rules = view.rules.filter(({ name }) => isCircle('rule', view, name));
  return { view: { ...view, rules: view.rules.filter((rule) => !rules.includes(rule)) }, rules };
}

function tornColumn(
  table: QualifiedName,
  column: Column,
  isCircle: IsCircle,
): { readonly column: Column; readonly parts: readonly Part[] } {
  const expression = plainDefault(column.value);
  if (expression === null || column.inherited || !isCircle('default', table, column.name)) {
    return { column, parts: [] };
  }
  const on = { table: nameOnly(table), column: column.name };
  return {
    column: { ...column, value: { kind: 'none' } },
    parts: [
      {
        add: { kind: 'setDefault', ...on, from: null, to: expression },
        drop: { kind: 'dropDefault', ...on, from: expression, to: null },
      },
    ],
  };
}
