import { ExplainedError } from '../../explained-error';

/**
 * Criteria of which nothing is left mean every row, and TypeORM lets them pass where it adds a condition of its own
 * (`archived_at IS NULL`). A value that is missing by mistake must not widen what is archived or deleted.
 */
export function refuseVagueCriteria(criteria: object, entityName: string): void {
  const vague = findVague(criteria, entityName);
  if (vague !== undefined) {
    throw new ExplainedError({
      what: `Criteria without a value would mean every row of ${entityName}.`,
      at: vague,
      next: 'Give it a value ( IsNull()  for NULL); for every row,  { id: Not(IsNull()) }',
      kind: 'refused',
    });
  }
}

/** The path of what is empty, null or undefined. */
function findVague(value: unknown, path: string): string | undefined {
  if (value === null || value === undefined) {
    return path;
  }
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    return undefined;
  }
  const entries = Object.entries(value);
  return entries.length === 0
    ? path
    : entries
        .map(([key, nested]) => findVague(nested, `${path}.${key}`))
        .find((found) => found !== undefined);
}
