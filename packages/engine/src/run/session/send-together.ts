import type { Writable } from 'node:stream';
import type { Client } from 'pg';

/** What is sent before the program waits again goes in one packet, where the connection sends ahead. */
export function sendTogether(
  client: Client & { readonly connection?: { readonly stream?: Writable } },
): void {
  const stream = client.connection?.stream;
  if (!client.pipeline || stream === undefined) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
