import { RetortError } from '@retort/engine/state';

const unitMs = { ms: 1, s: 1000, min: 60_000, m: 60_000, h: 3_600_000 } as const;

/** Postgres keeps its timeouts in 32 bits. */
const longestMs = 2_147_483_647;

/**
 * The milliseconds of a duration as Postgres writes them (`500ms`, `30s`, `2min`; a bare number is milliseconds), or of `2m`.
 *
 * @throws RetortError of kind `settings` that names the `setting`.
 */
export function parseDuration(text: string, setting: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|min|m|h)?$/.exec(text.trim());
  if (match === null) {
    throw new RetortError({
      what: `${JSON.stringify(text)} is no duration.`,
      at: setting,
      next: `Write it like 500ms, 30s or 2min: ${setting} 30s`,
      kind: 'settings',
    });
  }
  const durationMs = Number(match[1]) * unitMs[(match[2] ?? 'ms') as keyof typeof unitMs];
  if (durationMs <= longestMs) return durationMs;
  throw new RetortError({
    what: `${JSON.stringify(text)} is longer than Postgres can be told: 24 days.`,
    at: setting,
    next: `Say less: ${setting} 24h`,
    kind: 'settings',
  });
}

/** A duration for people. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 10_000) return `${Math.round(durationMs)} ms`;
  if (durationMs < 120_000) return `${(durationMs / 1000).toFixed(1)} s`;
  return `${Math.floor(durationMs / 60_000)} min ${Math.round((durationMs % 60_000) / 1000)} s`;
}
