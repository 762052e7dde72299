import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const top = resolve(__dirname, '../../..');

interface Manifest {
  readonly main?: string;
  readonly types?: string;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
}

/** `moduleResolution: node10` reads no `exports`. */
test.each(['apps/cli', 'packages/engine', 'packages/services', 'packages/core', 'packages/migrations'])(
  '%s is found by what reads no exports too',
  (folder) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(top, folder, 'package.json'), 'utf8'));
    const { '.': root, ...subpaths } = manifest.exports;
    expect([manifest.main, manifest.types]).toEqual([root?.default, root?.types]);
    expect(manifest.typesVersions?.['*'] ?? {}).toEqual(
      Object.fromEntries(Object.entries(subpaths).map(([path, { types }]) => [path.slice(2), [types]])),
    );
  },
);
