import { type Database, parseDatabaseUrl, RetortError } from '@retort/engine/runner';

/**
 * How something is refused until the name of the database is typed; `undefined` where it was.
 *
 * @throws RetortError of kind `refused` where another name was typed.
 */
export function unlessNameTyped(
  database: Database,
  confirm: string | undefined,
  next: string,
): ((what: string) => RetortError) | undefined {
  const { database: name, shown } = parseDatabaseUrl(database.url);
  if (confirm === name) return undefined;
  const refused = (what: string) => new RetortError({ what, at: shown, next, kind: 'refused' });
  if (confirm !== undefined)
    throw refused(`The name that was typed is ${confirm}, and the database is ${name}.`);
  return refused;
}
