import type { ClientBase } from 'pg';
import type { EntityStatement } from './entity-statements';

/** Runs statements in whatever transaction there is: neighbours without parameters in one trip. */
export async function runInTurn(
  client: ClientBase,
  statements: readonly Pick<EntityStatement, 'sql' | 'parameters'>[],
): Promise<void> {
  let together: string[] = [];
  const flush = async () => {
    if (together.length > 0) await client.query(together.join('\n;\n'));
    together = [];
  };
  for (const { sql, parameters } of statements) {
    if (parameters.length === 0) {
      together.push(sql);
    } else {
      await flush();
      await client.query(sql, [...parameters]);
    }
  }
  await flush();
}
