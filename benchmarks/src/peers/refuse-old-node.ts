import { BenchmarkError } from '../errors/benchmark-error';
import { nodeAtLeast } from './node-at-least';

/** @throws BenchmarkError when this Node is older than MikroORM needs. */
export function refuseOldNode(version: string): void {
  if (nodeAtLeast(version, 22, 17)) return;
  throw new BenchmarkError({
    what: `MikroORM needs Node 22.17 or newer, and this is ${version}.`,
    at: process.execPath,
    next: 'Run make bench with a newer Node.',
  });
}
