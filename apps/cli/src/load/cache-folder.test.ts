import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolderOf } from './cache-folder';

test("the cache is in the nearest node_modules, else beside the package.json, and never at the disk's top", () => {
  const root = mkdtempSync(join(tmpdir(), 'retort-cache-'));
  const config = join(root, 'shop', 'settings', 'retort.config.ts');
  const cacheIn = (folder: string) => join(folder, 'node_modules/.cache/retort');
  try {
    mkdirSync(join(root, 'shop/settings'), { recursive: true });
    expect(cacheFolderOf(config)).toBe(cacheIn(join(root, 'shop/settings')));
    writeFileSync(join(root, 'shop/package.json'), '{}');
    expect(cacheFolderOf(config)).toBe(cacheIn(join(root, 'shop')));
    mkdirSync(join(root, 'node_modules'));
    expect(cacheFolderOf(config)).toBe(cacheIn(root));
  } finally {
    rmSync(root, { recursive: true });
  }
});
