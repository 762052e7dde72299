import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files and folders below a folder, but for what is installed there. */
export function listBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...listBelow(path)] : [path];
  });
}
