import type { Consents } from '../../answers/consents';
import type { AddColumn } from '../../operations/columns/add-column';
import type { SetNotNull } from '../../operations/columns/set-not-null';
import { nameOnly } from '../../schema/name-key';
import { identifier, qualified, sql } from '../../sql/sql';
import type { Choice } from '../plan';
import type { Doubt } from './doubt';

/** `steps`: what to do where no value can be right. */
export function notNullDoubt(
  { table, column }: SetNotNull,
  steps: string | undefined,
  consents: Consents,
): Doubt {
  const target = qualified(table.schema, table.name);
  const vouch = { kind: 'not-null', name: nameOnly(table), part: column } as const;
  const place = consents.path('not-null', table, column);
  return {
    about: `rows of ${consents.path('drop-table', table)} have no ${column}`,
    ask: `${place} may not be NULL any more. What do the rows get that have none?`,
    choices: [
      ...(steps === undefined ? [backfill(place)] : []),
      { label: 'There is no such row', option: 'allow', value: consents.text(vouch), isOpen: false },
    ],
    vouch,
    byHand: steps ?? `Say what they get: BACKFILL="${place}='…'"`,
    table,
    count: [sql`SELECT count(*) FROM ${target} WHERE ${identifier(column)} IS NULL`],
    attempt: [],
  };
}

export function missingColumnDoubt(
  { table, column }: AddColumn,
  steps: string | undefined,
  consents: Consents,
): Doubt {
  const vouch = { kind: 'not-null', name: nameOnly(table), part: column.name } as const;
  const place = consents.path('not-null', table, column.name);
  return {
    about: `rows of ${consents.path('drop-table', table)} have no ${column.name}`,
    ask: `${place} is new, may not be NULL and has no default. What do the rows get that are there?`,
    choices: [
      ...(steps === undefined ? [backfill(place)] : []),
      { label: 'There are no rows', option: 'allow', value: consents.text(vouch), isOpen: false },
    ],
    vouch,
    byHand: steps ?? `Say what they get: BACKFILL="${place}='…'"`,
    table,
    count: [sql`SELECT count(*) FROM ${qualified(table.schema, table.name)}`],
    attempt: [],
  };
}

function backfill(place: string): Choice {
  return { label: 'An SQL expression', option: 'backfills', value: `${place}=`, isOpen: true };
}
