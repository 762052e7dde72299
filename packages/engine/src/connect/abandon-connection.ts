import type { Client } from 'pg';

/**
 * Lets go of a connection that was never made. `end` would wait for the other side, for ever where TLS failed: `pg` hears
 * of no end then.
 */
export function abandonConnection(
  client: Client & { readonly connection?: { readonly stream?: { destroy(): unknown } } },
): void {
  client.connection?.stream?.destroy();
}
