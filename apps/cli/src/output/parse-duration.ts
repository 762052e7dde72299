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

/** Where a duration is set, for a message. */
export interface DurationPlace {
  /** A flag, or a setting and its file. */
  readonly at: string;
  /** How one is written there: `--lock-timeout 30s`. */
  readonly written: (duration: string) => string;
}

/**
 * The milliseconds of a duration as Postgres writes them (`500ms`, `30s`, `2min`; a bare number is milliseconds), or of `2m`.
 *
 * @throws RetortError of kind `settings` that names the place.
 */
export function parseDuration(text: string, { at, written }: DurationPlace): number {
  const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)\s*([a-z]+)?$/.exec(text.trim()) ?? [];
  const factor = unitMs.get(unit);
  if (number === undefined || factor === undefined) {
    throw new RetortError({
      what: `${JSON.stringify(text)} is no duration.`,
      at,
      next: `Write it like 500ms, 30s or 2min: ${written('30s')}`,
      kind: 'settings',
    });
  }
  const durationMs = Number(number) * factor;
  if (durationMs <= longestMs) return durationMs;
  throw new RetortError({
    what: `${JSON.stringify(text)} is longer than Postgres can be told: 24 days.`,
    at,
    next: `Say less: ${written('24h')}`,
    kind: 'settings',
  });
}
