import type { Schema } from '../schema/schema';
import { type Cache, cacheKey } from './cache-folder';

/** Keeps a schema by its content: what a history made and what the entities mean is mostly the same. */
export function keepSchema(cache: Cache, schema: Schema): string {
  const key = cacheKey(schema);
  cache.write('schema', key, schema);
  return key;
}
