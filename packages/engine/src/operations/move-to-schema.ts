import type { QualifiedName } from '../schema/qualified-name';
import { identifier, qualified, sql, trusted } from '../sql/sql';
import type { Definition } from './definition';
import { displayName } from './display-name';
import { type Statement, statement } from './statement';
import { turnRound } from './turn-round';

/** Takes the indexes, constraints and owned sequences of a table along. */
export interface MoveToSchema {
  readonly kind: 'moveToSchema';
  readonly object: 'table' | 'view' | 'materializedView' | 'sequence' | 'type' | 'domain' | 'extension';
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

const keywords: { readonly [kind in MoveToSchema['object']]: string } = {
  table: 'TABLE',
  view: 'VIEW',
  materializedView: 'MATERIALIZED VIEW',
  sequence: 'SEQUENCE',
  type: 'TYPE',
  domain: 'DOMAIN',
  extension: 'EXTENSION',
};

function renderMoveToSchema({ object, name, from, to }: MoveToSchema): readonly Statement[] {
  const moved: QualifiedName = { schema: from, name };
  const target = object === 'extension' ? identifier(name) : qualified(from, name);
  return [
    statement(
      `Move ${keywords[object].toLowerCase()} ${displayName(moved)} to schema ${to}`,
      sql`ALTER ${trusted(keywords[object])} ${target} SET SCHEMA ${identifier(to)}`,
      {
        hazards:
          object === 'table'
            ? [
                {
                  kind: 'breaksDeployedCode',
                  text: `Code that still says ${from}.${name} fails.`,
                  table: moved,
                },
              ]
            : [],
      },
    ),
  ];
}

export const moveToSchema: Definition<MoveToSchema, MoveToSchema> = {
  render: renderMoveToSchema,
  reverse: turnRound,
  effects: (operation) => ({ needs: [{ kind: 'namespace', name: operation.to }] }),
};
