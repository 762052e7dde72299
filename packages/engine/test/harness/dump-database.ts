import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestDatabase } from '@retort/services/testing';
import { settleSpelling } from '../../src/read/spelling/settle-spelling';

const program = process.env.RETORT_TEST_PG_DUMP;

export const hasWitness = program !== undefined;

/**
 * The second witness: what `pg_dump --schema-only` says, as sorted lines, because columns that were dropped and made
 * again stand elsewhere. Empty unless `RETORT_TEST_PG_DUMP` names the program.
 */
export async function dumpDatabase({ url }: TestDatabase): Promise<readonly string[]> {
  if (program === undefined) {
    return [];
  }
  const { stdout } = await promisify(execFile)(program, ['--schema-only', '--no-owner', '--dbname', url], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return (
    stdout
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('--') && !line.startsWith('\\'))
      .map((line) => settleSpelling(line.replace(/,$/, '')))
      // Storage parameters come in the order in which they were set.
      .map((line) => (/^WITH \(.*\);$/.test(line) ? line.slice(6, -2).split(', ').sort().join(', ') : line))
      .sort()
  );
}
