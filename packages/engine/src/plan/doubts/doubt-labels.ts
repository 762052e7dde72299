import type { Consents } from '../../answers/consents';
import { formatNamePath } from '../../answers/name-path';
import { missingLabels, type RebuildEnum } from '../../operations/types/rebuild-enum';
import { nameOnly } from '../../schema/name-key';
import { identifier, literal, qualified, sql } from '../../sql/sql';
import type { Choice } from '../plan';
import type { Doubt } from './doubt';

/** A label goes, and rows may have it. */
export function labelDoubt(operation: RebuildEnum, consents: Consents): readonly Doubt[] {
  const { type, from, to, uses, map } = operation;
  const [first] = uses;
  if (first === undefined) return [];
  const known = new Set(from);
  const typePath = consents.path('drop-type', type);
  return missingLabels(from, to, map.there).map((label) => {
    const vouch = { kind: 'drop-label', name: nameOnly(type), part: label } as const;
    const path = consents.path('drop-label', type, label);
    const choice = (target: string): Choice =>
      known.has(target)
        ? {
            label: `'${target}'`,
            option: 'labels',
            value: `${path}=${formatNamePath([target])}`,
            isOpen: false,
          }
        : {
            label: `'${target}': it is the same label renamed`,
            option: 'renames',
            value: `label:${path}=${formatNamePath([target])}`,
            isOpen: false,
          };
    const none: Choice = { label: 'NULL', option: 'labels', value: `${path}=null`, isOpen: false };
    return {
      about: `rows have the label '${label}' of ${typePath}`,
      ask: `'${label}' is no label of ${typePath} any more. What do the rows get that have it?`,
      choices: [
        ...[...to].sort((a, b) => Number(known.has(a)) - Number(known.has(b))).map(choice),
        ...(uses.every(({ nullable }) => nullable) && !to.includes('null') ? [none] : []),
        { label: 'There is no such row', option: 'allow', value: consents.text(vouch), isOpen: false },
      ],
      vouch,
      byHand: `Say what they get: MAP="${path}=…"`,
      table: first.table,
      count: uses.map(({ table, column, isArray }) => {
        const name = identifier(column);
        const has = isArray
          ? sql`${literal(label)} = ANY (${name}::text[])`
          : sql`${name}::text = ${literal(label)}`;
        return sql`SELECT count(*) FROM ${qualified(table.schema, table.name)} WHERE ${has}`;
      }),
      attempt: [],
    };
  });
}
