import type { Consented, Consents } from '../answers/consents';
import type { Operation } from '../operations/operation';
import { columnKey, nameKey, nameOnly } from '../schema/name-key';
import type { Refusal } from './plan';

/** What the operations take away and nobody has consented to. */
export function findRefusals(operations: readonly Operation[], consents: Consents): readonly Refusal[] {
  const back = comingBack(operations);
  const isNew = newBeside(operations);
  return operations.flatMap((operation): readonly Refusal[] => {
    const taken = takenAway(operation, back);
    if (taken === null || consents.allows(taken.thing)) return [];
    const consent = consents.text(taken.thing);
    const path = consents.path(taken.thing.kind, taken.thing.name, taken.thing.part);
    const rename = isNew(taken.thing) ? `${path}=` : undefined;
    const other =
      rename === undefined
        ? (taken.otherwise ?? '')
        : `; if it has another name now, say which: renames: ['${rename}…']`;
    return [
      {
        what: `${taken.what} ${path}${taken.thing.signature ?? ''} would be dropped${taken.with}.`,
        next: `If that is meant, add allow: ['${consent}']${other}`,
        consent,
        ...(rename === undefined ? {} : { rename }),
      },
    ];
  });
}

/** Whether something of the same kind is made where this is dropped: it may be the same under another name and type. */
function newBeside(operations: readonly Operation[]): (thing: Consented) => boolean {
  const tables = operations.some(({ kind }) => kind === 'createTable');
  const columns = operations.flatMap((operation) =>
    operation.kind === 'addColumn' ? [{ table: nameKey(operation.table), name: operation.column.name }] : [],
  );
  return ({ kind, name, part }) =>
    (kind === 'drop-table' && tables) ||
    (kind === 'drop-column' &&
      columns.some((column) => column.table === nameKey(name) && column.name !== part));
}

interface Taken {
  readonly what: string;
  readonly with: string;
  readonly thing: Consented;
  /** What else to do, where no option says it. */
  readonly otherwise?: string;
}

interface ComingBack {
  readonly keys: ReadonlySet<string>;
  /** Tables that go with all that is on them. */
  readonly droppedTables: ReadonlySet<string>;
}

/** What is dropped only to be made again. */
function comingBack(operations: readonly Operation[]): ComingBack {
  const keys = new Set<string>();
  const droppedTables = new Set<string>();
  for (const operation of operations) {
    if (operation.kind === 'dropTable') droppedTables.add(nameKey(operation.table));
    const key = madeKey(operation);
    if (key !== null) keys.add(key);
    if (operation.kind === 'addAttribute') keys.add(`attributes ${nameKey(operation.type)}`);
    if (operation.kind === 'addColumn' && operation.column.value.kind === 'generated')
      keys.add(`generated ${columnKey(operation.table, operation.column.name)}`);
  }
  return { keys, droppedTables };
}

function madeKey(operation: Operation): string | null {
  const { kind } = operation;
  if (kind === 'createView' || kind === 'createMaterializedView') return `view ${nameKey(operation.view)}`;
  if (kind === 'createRoutine') return `routine ${nameKey(operation.routine)}`;
  if (kind === 'createStatistics') return `statistics ${nameKey(operation.statistics)}`;
  if (kind === 'createTrigger') return `trigger ${columnKey(operation.table, operation.trigger.name)}`;
  if (kind === 'createPolicy') return `policy ${columnKey(operation.table, operation.policy.name)}`;
  if (kind === 'createRule') return `rule ${columnKey(operation.table, operation.rule.name)}`;
  if (kind === 'createComposite') return `type ${nameKey(operation.type)}`;
  return kind === 'addColumn' ? `column ${columnKey(operation.table, operation.column.name)}` : null;
}

/** A new kind of drop does not compile before it is said what it takes away. */
type Drop = Extract<Operation, { readonly kind: `drop${string}` }>;

function isDrop(operation: Operation): operation is Drop {
  return operation.kind.startsWith('drop');
}

function takenAway(operation: Operation, comingBack: ComingBack): Taken | null {
  return isDrop(operation) ? takenByDrop(operation, comingBack) : null;
}

function takenByDrop(operation: Drop, { keys, droppedTables }: ComingBack): Taken | null {
  const withRows = ' with its rows';
  switch (operation.kind) {
    case 'dropSchema':
      return taken('The schema', {
        kind: 'drop-schema',
        name: { schema: '', name: operation.namespace.name },
      });
    case 'dropTable':
      return taken('The table', { kind: 'drop-table', name: nameOnly(operation.table) }, withRows);
    case 'dropColumn': {
      const { table, column } = operation;
      const isGenerated = column.value.kind === 'generated';
      const key = columnKey(table, column.name);
      if (isGenerated && keys.has(`generated ${key}`)) return null;
      const thing = { kind: 'drop-column', name: nameOnly(table), part: column.name } as const;
      if (!isGenerated) return taken('The column', thing, ' with its values');
      return taken(
        'The column',
        thing,
        keys.has(`column ${key}`) ? ', and made again without what it computed' : '',
      );
    }
    case 'dropAttribute': {
      const { type, attribute } = operation;
      const lost = taken(
        'The attribute',
        { kind: 'drop-column', name: nameOnly(type), part: attribute.name },
        ' with its values',
      );
      return keys.has(`attributes ${nameKey(type)}`)
        ? {
            ...lost,
            otherwise: `; if it has another name now, write that by hand before: ALTER TYPE ${type.name} RENAME ATTRIBUTE ${attribute.name} TO …`,
          }
        : lost;
    }
    case 'dropComposite':
      if (keys.has(`type ${nameKey(operation.type)}`)) return null;
      return taken('The type', { kind: 'drop-type', name: nameOnly(operation.type) });
    case 'dropEnum':
    case 'dropRange':
      return taken('The type', { kind: 'drop-type', name: nameOnly(operation.type) });
    case 'dropDomain':
      return taken('The domain', { kind: 'drop-type', name: nameOnly(operation.domain) });
    case 'dropView':
    case 'dropMaterializedView':
      if (keys.has(`view ${nameKey(operation.view)}`)) return null;
      return taken('The view', { kind: 'drop-view', name: nameOnly(operation.view) });
    case 'dropSequence':
      return taken('The sequence', { kind: 'drop-sequence', name: nameOnly(operation.sequence) });
    case 'dropRoutine': {
      const { routine } = operation;
      if (keys.has(`routine ${nameKey(routine)}`)) return null;
      const signature = `(${routine.identityArguments})`;
      return taken(`The ${routine.kind}`, { kind: 'drop-function', name: nameOnly(routine), signature });
    }
    case 'dropTrigger':
      return part('trigger', operation.table, operation.trigger.name, keys, droppedTables);
    case 'dropPolicy':
      return part('policy', operation.table, operation.policy.name, keys, droppedTables);
    case 'dropRule':
      return part('rule', operation.table, operation.rule.name, keys, droppedTables);
    case 'dropStatistics':
      if (keys.has(`statistics ${nameKey(operation.statistics)}`)) return null;
      if (droppedTables.has(nameKey(operation.statistics.table))) return null;
      return taken('The statistics', { kind: 'drop-statistics', name: nameOnly(operation.statistics) });
    // No data goes with these, or what they stand on takes its own leave.
    case 'dropConstraint':
    case 'dropDomainCheck':
    case 'dropIdentity':
    case 'dropSerial':
    case 'dropExtension':
    case 'dropIndex':
    case 'dropTypeormMetadata':
    case 'dropExpression':
    case 'dropDefault':
    case 'dropNotNull':
      return null;
  }
}

function taken(what: string, thing: Consented, withWhat = ''): Taken {
  return { what, with: withWhat, thing };
}

function part(
  kind: 'trigger' | 'policy' | 'rule',
  table: Consented['name'],
  name: string,
  keys: ReadonlySet<string>,
  droppedTables: ReadonlySet<string>,
): Taken | null {
  if (keys.has(`${kind} ${columnKey(table, name)}`) || droppedTables.has(nameKey(table))) return null;
  return taken(`The ${kind}`, { kind: `drop-${kind}`, name: nameOnly(table), part: name });
}
