import { cacheIn } from '../cache/cache-folder';
import { readServerIdentity } from '../cache/server-identity';
import { withConnection } from '../connect/connect';
import { buildDesired } from '../desired/build-desired';
import { readOptionsOf } from '../desired/read-options-of';
import { originAt } from '../prove/origin';
import { readSchema } from '../read/read-schema';
import { withHistoryDatabase } from '../replay/with-history-database';
import { renderSchemaFile } from '../schema-file/render-history-schema';
import type { Changes, PlanChangesOptions } from './changes';
import { type CompareOptions, historyOf } from './compare-options';
import { planCached } from './plan-cached';
import { likeOf, planOnWorkbench } from './plan-on-workbench';
import { type Workbench, withWorkbench } from './workbench';

/** Plans the way from the history to the models, and proves it. What Postgres answered before is not asked again. */
export async function planChanges(options: PlanChangesOptions): Promise<Changes> {
  const plan = async (opened: Promise<Workbench>) => {
    const bench = await opened;
    const { entities, cacheFolder } = options;
    const asked = await bench.identity;
    const server = asked.hidesSettings ? await bench.slot.tryOut(readServerIdentity) : asked;
    return cacheFolder === undefined || !server.isPlain || saysHowToConnect(entities.extra)
      ? planUncached(options, bench)
      : planCached(options, bench, cacheIn(cacheFolder), server);
  };
  const { server, signal, workbench } = options;
  return workbench === undefined ? withWorkbench(server, { signal }, plan) : plan(workbench);
}

/** Settings of the connection decide where names without a schema go; what cannot be told cannot be part of a key. */
function saysHowToConnect(extra: unknown): boolean {
  if (typeof extra !== 'object' || extra === null) return false;
  return Object.entries(extra).some(
    ([name, value]) => name === 'options' || (typeof value === 'object' && value !== null),
  );
}

async function planUncached(options: CompareOptions, bench: Workbench): Promise<Changes> {
  const { entities, sql = [], server, signal } = options;
  const read = readOptionsOf(entities);
  return withHistoryDatabase(historyOf(options), async (url) => {
    const schema = await withConnection(url, (client) => readSchema(client, read));
    const origin = originAt(url, schema, server, { signal });
    const desired = await buildDesired({
      entities,
      sql,
      scratch: server,
      like: likeOf(options, schema),
      read,
      signal,
    });
    const asked = { replayed: true, made: 'whole' } as const;
    return {
      ...(await planOnWorkbench(options, origin, desired, bench)),
      origin,
      asked,
      renderSchema: renderSchemaFile,
      keep: () => undefined,
    };
  });
}
