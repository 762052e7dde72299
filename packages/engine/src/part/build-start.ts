import type { ClientBase } from 'pg';
import { runTogether } from '../connect/run-statements';
import { renderSchemaStatements } from '../plan/render-schema';
import { together } from '../read/together';
import type { Schema } from '../schema/schema';

/**
 * Makes a part of a schema in an empty database. What stands in the body of a function as a string is no dependency, so it
 * may not be there: bodies are not looked into, as when a dump is restored.
 *
 * @throws StatementRefused
 */
export async function buildStart(client: ClientBase, schema: Schema): Promise<void> {
  await together(
    client.query('SET check_function_bodies = off'),
    runTogether(client, renderSchemaStatements(schema)),
    client.query('SET check_function_bodies = on'),
  );
}
