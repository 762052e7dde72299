import type { EntityMetadata } from 'typeorm';
import { RetortError } from '../errors/retort-error';

/**
 * Refuses a default that is a text such as 'now()' in a column of a date or a time: TypeORM quotes it, and Postgres reads it
 * at once. So every row would get the moment at which the column was made, and the models would be others each time.
 *
 * @see https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-DATETIME-SPECIAL-VALUES
 */
export function refuseMoments({ name, columns }: EntityMetadata): void {
  for (const { type, default: said, propertyPath } of columns) {
    if (!isOfTime(type)) continue;
    const written: unknown = typeof said === 'function' ? said() : `'${said}'`;
    if (typeof written !== 'string') continue;
    const moment = /^\s*'\W*(now|today|tomorrow|yesterday)\b/i.exec(written)?.[1]?.toLowerCase();
    if (moment === undefined) continue;
    throw new RetortError({
      what: `The default ${written} of ${name}.${propertyPath} is a text, which ${readOnce}.`,
      at: `the entity ${name}.${propertyPath}`,
      next: `Write default: () => '${writtenMoments[moment as keyof typeof writtenMoments]}'`,
    });
  }
}

function isOfTime(type: EntityMetadata['columns'][number]['type']): boolean {
  return type === Date || (typeof type === 'string' && /^(?:timestamp|time|date)/.test(type));
}

export const readOnce = 'Postgres reads once: every row would get the time at which the column was made';

/** What to write instead. */
export const writtenMoments = {
  now: 'now()',
  today: 'CURRENT_DATE',
  tomorrow: 'CURRENT_DATE + 1',
  yesterday: 'CURRENT_DATE - 1',
} as const;
