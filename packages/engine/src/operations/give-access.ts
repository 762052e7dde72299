import type { Access, AccessTarget, Privilege } from '../schema/access';
import { groupBy } from '../schema/group-by';
import { identifier, join, nothing, qualified, type Sql, sql, trusted } from '../sql/sql';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';

/** What a drop takes the access of, and what is made again in its place gets it from. */
export interface Accessible {
  readonly access?: readonly Access[];
}

/** Gives a new thing the owner and the privileges that the one before it had; nothing where it had none of its own. */
export function giveAccess(access: readonly Access[] = []): readonly Statement[] {
  return access.flatMap(({ on, owner, granted, revoked }) => [
    ...(owner === null ? [] : [changeOwner(on, owner)]),
    ...byRole(revoked).map(([{ role }, names]) =>
      statement(
        `Revoke ${names.join(', ')} on ${displayTarget(on)} from ${role}`,
        sql`REVOKE ${privileges(on, names)} ON ${target(on)} FROM ${trusted(role)}`,
      ),
    ),
    ...byRole(granted).map(([{ role, grantable }, names]) =>
      statement(
        `Grant ${names.join(', ')} on ${displayTarget(on)} to ${role}`,
        sql`GRANT ${privileges(on, names)} ON ${target(on)} TO ${trusted(role)}${grantable ? sql` WITH GRANT OPTION` : nothing}`,
      ),
    ),
  ]);
}

/** Gives it to another role; `null` is the one that runs the migration. */
export function changeOwner(on: AccessTarget, owner: string | null): Statement {
  const role = owner ?? 'CURRENT_USER';
  return statement(
    `Give ${displayTarget(on)} to ${role}`,
    sql`ALTER ${trusted(words[on.kind])} ${name(on)} OWNER TO ${trusted(role)}`,
  );
}

const words: { readonly [kind in AccessTarget['kind']]: string } = {
  table: 'TABLE',
  view: 'VIEW',
  materializedView: 'MATERIALIZED VIEW',
  column: 'TABLE',
  sequence: 'SEQUENCE',
  routine: 'ROUTINE',
  enum: 'TYPE',
  composite: 'TYPE',
  range: 'TYPE',
  domain: 'DOMAIN',
  namespace: 'SCHEMA',
};

/** What one statement can say: one role's privileges, with or without the right to pass them on. */
function byRole(privileges: readonly Privilege[]): readonly (readonly [Privilege, readonly string[]])[] {
  return [...groupBy(privileges, ({ grantable, role }) => `${grantable} ${role}`).values()].flatMap(
    (group) => {
      const [first] = group;
      return first === undefined ? [] : [[first, group.map(({ privilege }) => privilege)] as const];
    },
  );
}

function privileges(on: AccessTarget, names: readonly string[]): Sql {
  const column = on.kind === 'column' ? sql` (${identifier(on.name)})` : nothing;
  return join(names.map((privilege) => sql`${trusted(privilege)}${column}`));
}

function target(on: AccessTarget): Sql {
  switch (on.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
    case 'column':
      return name(on);
    case 'sequence':
    case 'routine':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
    case 'namespace':
      return sql`${trusted(words[on.kind])} ${name(on)}`;
  }
}

function name(on: AccessTarget): Sql {
  if (on.kind === 'namespace') return identifier(on.name);
  if (on.kind === 'column') return qualified(on.schema, on.relation);
  const named = qualified(on.schema, on.name);
  return on.kind === 'routine' ? sql`${named}(${trusted(on.identityArguments)})` : named;
}

/** `public.t`, `t.a`, `schema s` */
export function displayTarget(on: AccessTarget): string {
  if (on.kind === 'namespace') return `schema ${on.name}`;
  return on.kind === 'column'
    ? `${displayName({ schema: on.schema, name: on.relation })}.${on.name}`
    : displayName(on);
}
