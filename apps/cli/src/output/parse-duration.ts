import { RetortError } from '@retort/engine/state';

const unitMs = new Map([
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** Postgres keeps its timeouts in 32 bits. */
const longestMs = 2_147_483_647;

/**
 * The milliseconds of a duration as Postgres writes them (`500ms`, `30s`, `2min`; a bare number is milliseconds), or of `2m`.
 *
 * @throws RetortError of kind `settings` that names the `setting`.
 */
export function parseDuration(text: string, setting: string): number {
  const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)\s*([a-z]+)?$/.exec(text.trim()) ?? [];
  const factor = unitMs.get(unit);
  if (number === undefined || factor === undefined) {
    throw new RetortError({
      what: `${JSON.stringify(text)} is no duration.`,
      at: setting,
      next: `Write it like 500ms, 30s or 2min: ${setting} 30s`,
      kind: 'settings',
    });
  }
  const durationMs = Number(number) * factor;
  if (durationMs <= longestMs) return durationMs;
  throw new RetortError({
    what: `${JSON.stringify(text)} is longer than Postgres can be told: 24 days.`,
    at: setting,
    next: `Say less: ${setting} 24h`,
    kind: 'settings',
  });
}
