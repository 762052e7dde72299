import { indexAddress } from '../schema/addresses';
import { columnAddress, partAddress } from '../schema/dependency-edges';
import type { ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import { identifier, qualified, type Sql, sql } from '../sql/sql';
import { isAsideName } from './aside-name';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';
import { turnRound } from './turn-round';

export type RenamedObject =
  | { readonly kind: 'schema' }
  | {
      readonly kind:
        | 'table'
        | 'view'
        | 'materializedView'
        | 'sequence'
        | 'index'
        | 'type'
        | 'domain'
        | 'statistics';
      readonly schema: string;
    }
  | { readonly kind: 'column' | 'trigger' | 'policy' | 'rule'; readonly table: QualifiedName }
  /** `hasIndex`: an index of the same name goes with it. */
  | { readonly kind: 'constraint'; readonly table: QualifiedName; readonly hasIndex: boolean }
  | { readonly kind: 'attribute'; readonly type: QualifiedName };

export interface RenameObject {
  readonly kind: 'renameObject';
  readonly object: RenamedObject;
  readonly from: string;
  readonly to: string;
}

function renderRenameObject({ object, from, to }: RenameObject): readonly Statement[] {
  const breaks = brokenTable(object, from);
  return [
    statement(`Rename ${describeObject(object, from)} to ${to}`, renameSql(object, from, to), {
      hazards:
        breaks === null
          ? []
          : [{ kind: 'breaksDeployedCode', text: `Code that still says ${from} fails.`, table: breaks }],
    }),
  ];
}

function describeObject(object: RenamedObject, name: string): string {
  switch (object.kind) {
    case 'schema':
      return `schema ${name}`;
    case 'materializedView':
      return `materialized view ${displayName({ schema: object.schema, name })}`;
    case 'table':
    case 'view':
    case 'sequence':
    case 'index':
    case 'type':
    case 'domain':
    case 'statistics':
      return `${object.kind} ${displayName({ schema: object.schema, name })}`;
    case 'column':
      return `column ${displayName(object.table)}.${name}`;
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return `${object.kind} ${name} of ${displayName(object.table)}`;
    case 'attribute':
      return `attribute ${displayName(object.type)}.${name}`;
  }
}

function renameSql(object: RenamedObject, from: string, to: string): Sql {
  const renamed = sql`RENAME TO ${identifier(to)}`;
  switch (object.kind) {
    case 'schema':
      return sql`ALTER SCHEMA ${identifier(from)} ${renamed}`;
    case 'table':
      return sql`ALTER TABLE ${qualified(object.schema, from)} ${renamed}`;
    case 'view':
      return sql`ALTER VIEW ${qualified(object.schema, from)} ${renamed}`;
    case 'materializedView':
      return sql`ALTER MATERIALIZED VIEW ${qualified(object.schema, from)} ${renamed}`;
    case 'sequence':
      return sql`ALTER SEQUENCE ${qualified(object.schema, from)} ${renamed}`;
    case 'index':
      return sql`ALTER INDEX ${qualified(object.schema, from)} ${renamed}`;
    case 'type':
      return sql`ALTER TYPE ${qualified(object.schema, from)} ${renamed}`;
    case 'domain':
      return sql`ALTER DOMAIN ${qualified(object.schema, from)} ${renamed}`;
    case 'statistics':
      return sql`ALTER STATISTICS ${qualified(object.schema, from)} ${renamed}`;
    case 'column':
      return sql`ALTER TABLE ${relation(object)} RENAME COLUMN ${identifier(from)} TO ${identifier(to)}`;
    case 'constraint':
      return sql`ALTER TABLE ${relation(object)} RENAME CONSTRAINT ${identifier(from)} TO ${identifier(to)}`;
    case 'trigger':
      return sql`ALTER TRIGGER ${identifier(from)} ON ${relation(object)} ${renamed}`;
    case 'policy':
      return sql`ALTER POLICY ${identifier(from)} ON ${relation(object)} ${renamed}`;
    case 'rule':
      return sql`ALTER RULE ${identifier(from)} ON ${relation(object)} ${renamed}`;
    case 'attribute':
      return sql`ALTER TYPE ${qualified(object.type.schema, object.type.name)} RENAME ATTRIBUTE ${identifier(from)} TO ${identifier(to)}`;
  }
}

function relation({ table }: { readonly table: QualifiedName }): Sql {
  return qualified(table.schema, table.name);
}

/** The table that code knows under a name that is no more. */
function brokenTable(object: RenamedObject, from: string): QualifiedName | null {
  // Nobody knows it by a name that it has for two statements.
  if (isAsideName(from)) return null;
  if (object.kind === 'table') return { schema: object.schema, name: from };
  if (object.kind === 'column') return object.table;
  return null;
}

export const renameObject: Definition<RenameObject, RenameObject> = {
  render: renderRenameObject,
  reverse: turnRound,
  effects: ({ object, from, to }) => ({
    ...(isAsideName(from) ? { needs: renamed(object, from) } : { frees: renamed(object, from) }),
    takes: renamed(object, to),
  }),
};

function renamed(object: RenamedObject, name: string): readonly ObjectAddress[] {
  switch (object.kind) {
    case 'schema':
      return [{ kind: 'namespace', name }];
    case 'type':
      return [{ kind: 'enum', schema: object.schema, name }];
    case 'attribute':
      return [columnAddress(object.type, name)];
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'index':
    case 'domain':
    case 'statistics':
      return [{ kind: object.kind, schema: object.schema, name }];
    case 'constraint': {
      const constraint = partAddress(object.kind, object.table, name);
      return object.hasIndex ? [constraint, indexAddress(object.table, name)] : [constraint];
    }
    case 'column':
    case 'trigger':
    case 'policy':
    case 'rule':
      return [partAddress(object.kind, object.table, name)];
  }
}
