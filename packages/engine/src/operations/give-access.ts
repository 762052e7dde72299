import type { Access, AccessTarget, Privilege } from '../schema/access';
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
    ...(owner === null ? [] : [setOwner(on, owner)]),
    ...byRole(revoked).map(([{ role }, names]) =>
      statement(
        `Revoke ${names.join(', ')} on ${display(on)} from ${role}`,
        sql`REVOKE ${privileges(on, names)} ON ${target(on)} FROM ${trusted(role)}`,
      ),
    ),
    ...byRole(granted).map(([{ role, grantable }, names]) =>
      statement(
        `Grant ${names.join(', ')} on ${display(on)} to ${role}`,
        sql`GRANT ${privileges(on, names)} ON ${target(on)} TO ${trusted(role)}${grantable ? sql` WITH GRANT OPTION` : nothing}`,
      ),
    ),
  ]);
}

function setOwner(on: AccessTarget, owner: string): Statement {
  const words = on.kind === 'materializedView' ? 'MATERIALIZED VIEW' : on.kind.toUpperCase();
  return statement(
    `Give ${display(on)} to ${owner}`,
    sql`ALTER ${trusted(words)} ${name(on)} OWNER TO ${trusted(owner)}`,
  );
}

/** What one statement can say: one role's privileges, with or without the right to pass them on. */
function byRole(privileges: readonly Privilege[]): readonly (readonly [Privilege, readonly string[]])[] {
  const groups = new Map<string, readonly [Privilege, string[]]>();
  for (const privilege of privileges) {
    const key = `${privilege.grantable} ${privilege.role}`;
    const [, names] = groups.get(key) ?? [];
    if (names === undefined) groups.set(key, [privilege, [privilege.privilege]]);
    else names.push(privilege.privilege);
  }
  return [...groups.values()];
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
      return sql`SEQUENCE ${name(on)}`;
    case 'routine':
      return sql`ROUTINE ${name(on)}`;
  }
}

function name(on: AccessTarget): Sql {
  if (on.kind === 'column') return qualified(on.schema, on.relation);
  const named = qualified(on.schema, on.name);
  return on.kind === 'routine' ? sql`${named}(${trusted(on.identityArguments)})` : named;
}

function display(on: AccessTarget): string {
  return on.kind === 'column'
    ? `${displayName({ schema: on.schema, name: on.relation })}.${on.name}`
    : displayName(on);
}
