import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { RetortError } from '@retort/engine/state';
import { isNotFound } from './is-not-found';
import { loader } from './loader';
import { wrapResolving } from './wrap-resolving';

/** Where a project's own modules are. */
interface Project {
  readonly root: string;
  readonly config: { readonly models?: string };
  readonly configPath: string;
  readonly migrationsFolder: string;
}

/** The versions whose tests pass: what this package asks of a project. */
const range: string = require('../../package.json').peerDependencies.typeorm;

/**
 * Has the command line and the engine load the TypeORM with which the project's own models work, wherever they are
 * installed themselves: two versions write other names for the same constraint. It is looked for when it is first asked for.
 *
 * Loading it throws a RetortError of kind `settings` where the project has none, or one that is not in the range.
 */
export function useTypeormOf(project: Project): void {
  const own = [__dirname, dirname(require.resolve('@retort/engine/state'))].map((folder) => folder + sep);
  let importer: object | undefined;
  wrapResolving(
    (resolveFilename) =>
      function resolveTypeorm(request, parent, ...rest) {
        const resolveFrom = (from: unknown, name: string) => resolveFilename.call(this, name, from, ...rest);
        const isOurs = () => own.some((folder) => filenameOf(parent).startsWith(folder));
        if (!/^typeorm(\/|$)/.test(request) || !isOurs()) return resolveFrom(parent, request);
        importer ??= findImporter(project, parent, (from) => resolveFrom(from, 'typeorm'));
        return resolveFrom(importer, request);
      },
  );
}

/** The first that finds TypeORM: the models, the settings, the migrations; then where this package is installed. */
function findImporter(
  { root, config, configPath, migrationsFolder }: Project,
  ourselves: unknown,
  resolveTypeorm: (importer: unknown) => string,
): object {
  const folders = [config.models ?? [], '.', migrationsFolder].flat().map((folder) => resolve(root, folder));
  for (const importer of [...folders.map(moduleIn), ourselves]) {
    const path = unlessNotFound(() => resolveTypeorm(importer));
    if (path === undefined || typeof importer !== 'object' || importer === null) continue;
    refuseVersion(path);
    return importer;
  }
  throw new RetortError({
    what: 'This project has no TypeORM.',
    at: configPath,
    next: 'Install it there: npm install typeorm pg',
    kind: 'settings',
  });
}

/** As Node has a module in its hands that imports another. */
function moduleIn(folder: string): object {
  const filename = join(folder, 'index.js');
  return Object.assign(new loader(filename), { filename, paths: loader._nodeModulePaths(folder) });
}

function refuseVersion(path: string): void {
  const version = versionOf(path);
  const satisfies: typeof import('semver/functions/satisfies') = require('semver/functions/satisfies');
  if (satisfies(version, range, { includePrerelease: true })) return;
  throw new RetortError({
    what: `This project has TypeORM ${version}, and retort works with ${range.replace(' || ', ' and ')}.`,
    at: dirname(path),
    next: 'Install one of those there: npm install typeorm@1',
    kind: 'settings',
  });
}

/**
 * @throws RetortError of kind `settings` where the models have loaded another version of TypeORM than this package: what
 * would be written is not what that one means by them.
 */
export function refuseOtherTypeorm({ configPath }: Project): void {
  const own = require.resolve('typeorm');
  const other = Object.keys(require.cache).find(
    (path) => isTypeorm(path) && versionOf(path) !== versionOf(own),
  );
  if (other === undefined) return;
  throw new RetortError({
    what: `The models use TypeORM ${versionOf(other)}, and beside the settings is TypeORM ${versionOf(own)}.`,
    at: `${dirname(other)} and ${dirname(own)}`,
    next: `Install that of the models beside ${configPath}, or move that file to their package: npm install typeorm@${versionOf(other)}`,
    kind: 'settings',
  });
}

/** Other packages are called so in a scope, such as `@nestjs/typeorm`. */
function isTypeorm(path: string): boolean {
  return path.endsWith(join('typeorm', 'index.js')) && !basename(dirname(dirname(path))).startsWith('@');
}

function unlessNotFound(find: () => string): string | undefined {
  try {
    return find();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Its `exports` do not let its package.json be asked for by name. */
function versionOf(path: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(dirname(path), 'package.json'), 'utf8'),
  );
  return version;
}

function filenameOf(parent: unknown): string {
  const filename: unknown =
    typeof parent === 'object' && parent !== null ? Reflect.get(parent, 'filename') : undefined;
  return typeof filename === 'string' ? filename : '';
}
