import { type Database, parseServerUrl, settleSslMode } from '@retort/engine/state';
import type { Context } from '../context';

/** The server on which scratch databases are made: that of the database, unless RETORT_SCRATCH_URL names another. */
export async function scratchServer(
  context: Pick<Context, 'environment'>,
  { url }: Database,
): Promise<string> {
  return (await scratchServerElsewhere(context)) ?? url;
}

/** The server that RETORT_SCRATCH_URL names. */
export async function scratchServerElsewhere({
  environment,
}: Pick<Context, 'environment'>): Promise<string | undefined> {
  const setting = 'RETORT_SCRATCH_URL';
  const elsewhere = environment[setting] ?? '';
  if (elsewhere === '') return undefined;
  return settleSslMode(parseServerUrl(elsewhere, setting).url, setting);
}
