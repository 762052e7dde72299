import { RetortError } from '../../errors/retort-error';
import { describeBlocker } from '../watch/run-events';
import { type Running, rerunOf } from './running';

/** Says for how long a lock was waited for, and who held it. */
export function lockNotObtained(
  { migration, direction, limits, watch }: Running,
  error: unknown,
): RetortError {
  const blockers = watch.blockers();
  return new RetortError({
    what: `The ${direction} of ${migration.stem} did not get a lock within ${limits.statementLockTimeoutMs / 1000} s${limits.lockRetries === 0 ? '' : `, ${limits.lockRetries + 1} times`}. ${
      blockers.length === 0
        ? 'Who held it is not known.'
        : `It was held by ${blockers.map(describeBlocker).join('; ')}`
    }`,
    at: error instanceof RetortError ? error.at : migration.path,
    next:
      blockers.length === 0
        ? `Run it again when less is going on: ${rerunOf(direction)}`
        : `Let that session end, or end it: SELECT ${blockers.map(({ pid }) => `pg_terminate_backend(${pid})`).join(', ')}; then: ${rerunOf(direction)}`,
    kind: 'locked',
    cause: error,
  });
}
