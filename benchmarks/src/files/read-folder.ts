import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All the text of the files in a folder and below it. */
export function readFolder(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
