import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Our own command line and what a project on it needs, as folders of packages. */
export interface Tools {
  readonly retort: string;
  readonly typeorm: string;
  readonly typescript: string;
  /** `bin/retort.js`, to be run by Node. */
  readonly program: string;
  readonly version: string;
}

const nodeModules = resolve(__dirname, '..', '..', 'node_modules');

/** Of this repository, as it was built. */
export function locateTools(): Tools {
  const retort = realpathSync(join(nodeModules, 'retort'));
  const { version }: { version: string } = JSON.parse(readFileSync(join(retort, 'package.json'), 'utf8'));
  return {
    retort,
    version,
    typeorm: realpathSync(join(nodeModules, 'typeorm')),
    typescript: realpathSync(join(nodeModules, '..', '..', 'node_modules', 'typescript')),
    program: join(retort, 'bin', 'retort.js'),
  };
}
