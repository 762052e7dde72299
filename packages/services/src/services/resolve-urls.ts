import type { ManagedService, ServiceKind } from '../state/services-state';
import { readState } from '../state/state-file';
import type { ServicesOptions } from './services-options';
import { openProject, readSetting } from './services-project';

export interface ResolvedUrl {
  readonly url: string;
  readonly source: 'environment' | ServiceKind;
}

export interface ResolvedUrls {
  readonly postgres?: ResolvedUrl;
  readonly redis?: ResolvedUrl;
}

/** Which servers to use: those that the environment names, else those that setup started. Nothing is asked of them. */
export async function resolveUrls(options: ServicesOptions): Promise<ResolvedUrls> {
  const { root, environment } = await openProject(options);
  const state = await readState(root);
  const postgres = resolve(readSetting(environment, 'POSTGRES_URL'), state.postgres);
  const redis = resolve(readSetting(environment, 'REDIS_URL'), state.redis);
  return { ...(postgres && { postgres }), ...(redis && { redis }) };
}

function resolve(yours: string | undefined, ours: ManagedService | undefined): ResolvedUrl | undefined {
  if (yours !== undefined) return { url: yours, source: 'environment' };
  return ours && { url: ours.url, source: ours.kind };
}
