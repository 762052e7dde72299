import type { ClientBase, QueryConfig, QueryResult, QueryResultRow } from 'pg';

export type Send = <Row extends QueryResultRow>(query: QueryConfig) => Promise<QueryResult<Row>>;

/**
 * Sends queries in the order in which they are given: without waiting for the answers to those before where the
 * client was made with `pipeline`, else one after another.
 *
 * @see https://node-postgres.com/features/pipelining
 */
export function sendInTurn(client: ClientBase & { readonly pipeline?: boolean }): Send {
  if (client.pipeline === true) return (query) => client.query(query);
  let before: Promise<unknown> = Promise.resolve();
  return (query) => {
    const sent = before.then(() => client.query(query));
    // Who sent it hears of it; those after it are sent as a pipeline would.
    before = sent.catch(() => undefined);
    return sent;
  };
}
