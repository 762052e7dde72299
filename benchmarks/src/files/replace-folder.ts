import { cpSync, mkdirSync, rmSync } from 'node:fs';

/** Makes one folder hold what another holds, and nothing else; without another, nothing. */
export function replaceFolder(folder: string, from?: string): void {
  rmSync(folder, { recursive: true, force: true });
  if (from === undefined) mkdirSync(folder, { recursive: true });
  else cpSync(from, folder, { recursive: true, preserveTimestamps: true });
}
