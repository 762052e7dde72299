import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheKey } from './cache-folder';

/** Another for every build of the engine, and of TypeORM, that might read or write something else than before. */
export function engineIdentity(): string {
  const door = require.resolve('@retort/engine');
  const folder = dirname(door);
  // A build is few files beside the door; below them are declarations only.
  const recursive = door.endsWith('.ts');
  const files = readdirSync(folder, { recursive, encoding: 'utf8' })
    .filter((path) => /(?<!\.d)\.[jt]s$/.test(path))
    .sort()
    .map((path) => {
      const { mtimeMs, size } = statSync(join(folder, path));
      return [path, mtimeMs, size];
    });
  return cacheKey(typeormVersion(), process.versions.node.split('.')[0], files);
}

/** Its package does not export its `package.json`. */
function typeormVersion(): string {
  for (let folder = dirname(require.resolve('typeorm')); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    const { name, version } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    if (name === 'typeorm') return String(version);
    if (folder === dirname(folder)) throw new Error('typeorm has no package.json');
  }
}
