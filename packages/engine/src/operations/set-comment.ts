import type { NamedAddress, ObjectAddress, PartAddress } from '../schema/object-address';
import { identifier, literal, qualified, type Sql, sql, trusted } from '../sql/sql';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { routineArguments } from './routines/routine-arguments';
import { type Statement, statement } from './statement';
import { turnRound } from './turn-round';

/** What a comment stands on; a comment on a column of a view or a composite type is `column` too. */
export type CommentTarget =
  | { readonly kind: 'namespace' | 'extension'; readonly name: string }
  | NamedAddress
  | (PartAddress & { readonly kind: Exclude<PartAddress['kind'], 'default'> })
  | {
      readonly kind: 'function' | 'procedure' | 'aggregate';
      readonly schema: string;
      readonly name: string;
      readonly identityArguments: string;
    }
  | {
      readonly kind: 'domainConstraint';
      readonly schema: string;
      readonly relation: string;
      readonly name: string;
    };

export interface SetComment {
  readonly kind: 'setComment';
  readonly on: CommentTarget;
  readonly from: string | null;
  readonly to: string | null;
}

function renderSetComment({ on, to }: SetComment): readonly Statement[] {
  const action = to === null ? 'Remove the comment on' : 'Comment on';
  return [
    statement(`${action} ${describeTarget(on)}`, sql`COMMENT ON ${renderTarget(on)} IS ${literal(to)}`),
  ];
}

/** What gives a new thing its comment: nothing where it has none. */
export function commentStatements(on: CommentTarget, comment: string | null): readonly Statement[] {
  return comment === null ? [] : renderSetComment({ kind: 'setComment', on, from: null, to: comment });
}

function describeTarget(on: CommentTarget): string {
  const words = on.kind.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`);
  if ('relation' in on) return `${words} ${displayName({ schema: on.schema, name: on.relation })}.${on.name}`;
  return `${words} ${'schema' in on ? displayName(on) : on.name}`;
}

function renderTarget(on: CommentTarget): Sql {
  switch (on.kind) {
    case 'namespace':
      return sql`SCHEMA ${identifier(on.name)}`;
    case 'extension':
      return sql`EXTENSION ${identifier(on.name)}`;
    case 'table':
    case 'view':
    case 'sequence':
    case 'index':
    case 'domain':
    case 'statistics':
      return sql`${trusted(on.kind.toUpperCase())} ${qualified(on.schema, on.name)}`;
    case 'materializedView':
      return sql`MATERIALIZED VIEW ${qualified(on.schema, on.name)}`;
    case 'enum':
    case 'composite':
    case 'range':
      return sql`TYPE ${qualified(on.schema, on.name)}`;
    case 'function':
    case 'procedure':
    case 'aggregate':
      return sql`${trusted(on.kind.toUpperCase())} ${qualified(on.schema, on.name)}${routineArguments(on.kind, on.identityArguments)}`;
    case 'column':
      return sql`COLUMN ${qualified(on.schema, on.relation)}.${identifier(on.name)}`;
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return sql`${trusted(on.kind.toUpperCase())} ${identifier(on.name)} ON ${qualified(on.schema, on.relation)}`;
    case 'domainConstraint':
      return sql`CONSTRAINT ${identifier(on.name)} ON DOMAIN ${qualified(on.schema, on.relation)}`;
  }
}

export const setComment: Definition<SetComment, SetComment> = {
  render: renderSetComment,
  reverse: turnRound,
  effects: (operation) => ({ needs: [commented(operation.on)] }),
};

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
