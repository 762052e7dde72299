import type { Hazard } from '../hazards/hazard';
import type { QualifiedName } from '../schema/qualified-name';
import { displayName } from './display-name';

/** Postgres writes every row of the table anew, under a lock that lets nobody in. */
export function rewritten(table: QualifiedName, because?: string): Hazard {
  const reason = because === undefined ? '' : `, because ${because}`;
  const text = `${displayName(table)} is rewritten${reason}: nobody can read or write it meanwhile.`;
  return { kind: 'blocksReads', text, table };
}
