import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Options } from '@swc/core';
import { addHook } from 'pirates';
import { CompileError } from './compile-error';
import { findByPaths } from './find-by-paths';
import { isDone } from './is-done';
import { isFileError } from './is-file-error';
import { isNotFound } from './is-not-found';
import { MappedStacks } from './map-stacks';
import { keepProject } from './project-keeping';
import { wrapResolving } from './wrap-resolving';

const options: Options = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    // As TypeORM's decorators need them: legacy, with the types' metadata.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

/**
 * As swc begins a decorated class. Where two entities import each other, the metadata of the one names the other before it
 * is there: undefined, as `tsc` compiles it, and not an error.
 */
const decoratedClass = /^let (\S+ = class\b)/gm;

const stacks = new MappedStacks();

const extensions = ['.ts', '.cts', '.mts'];

/** Lets `require` load TypeScript. What the compiler answered is kept in `cacheFolder`, by the hash of the source. */
export function installTypescriptHook(cacheFolder: string): void {
  stacks.install();
  addHook((source, path) => compile(source, path, cacheFolder), {
    exts: [...extensions],
    ignoreNodeModules: true,
  });
  resolveAsTypescript();
  keepProject({ folder: cacheFolder, compiled: extensions, compiledBy, maps: stacks });
}

let madeBy: string | undefined;

/** Tells what beside a source decides what becomes of it. */
function compiledBy(): string {
  madeBy ??= hash('sha256', JSON.stringify([swcVersion(), options, decoratedClass.source]));
  return madeBy;
}

function compile(source: string, path: string, cacheFolder: string): string {
  const key = hash('sha256', [compiledBy(), path, source].join('\0'));
  const cached = join(cacheFolder, `${key}.js`);
  stacks.add(path, `${cached}.map`);
  return readCached(cached) ?? compileAndKeep(source, path, cached);
}

function readCached(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isFileError(error)) return undefined;
    throw error;
  }
}

function compileAndKeep(source: string, path: string, cached: string): string {
  const { transformSync }: typeof import('@swc/core') = require('@swc/core');
  let code: string;
  let map: string | undefined;
  try {
    ({ code, map } = transformSync(source, { ...options, filename: path }));
    code = code.replace(decoratedClass, 'var $1');
  } catch (error) {
    throw new CompileError(path, error);
  }
  isDone(() => {
    mkdirSync(dirname(cached), { recursive: true });
    // The map first: who finds the code finds its map.
    for (const [file, text] of [
      [`${cached}.map`, map ?? '{}'],
      [cached, code],
    ] as const) {
      writeFileSync(`${file}.${process.pid}`, text);
      renameSync(`${file}.${process.pid}`, file);
    }
  });
  return code;
}

function swcVersion(): string {
  const { version }: { version: string } = require('@swc/core/package.json');
  return version;
}

/** TypeScript written for ES modules imports `./user.js` and means `./user.ts`; `paths` of a tsconfig.json name what Node does not know. */
function resolveAsTypescript(): void {
  wrapResolving(
    (resolveFilename) =>
      function resolveTypescriptToo(request, parent, ...rest) {
        const resolve = (meant: string) => resolveFilename.call(this, meant, parent, ...rest);
        try {
          return resolve(request);
        } catch (error) {
          const found = firstFound(meantBy(request, parent), resolve);
          if (found === undefined) throw error;
          return found;
        }
      },
  );
}

function firstFound(requests: readonly string[], resolve: (request: string) => string): string | undefined {
  for (const request of requests) {
    try {
      return resolve(request);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return undefined;
}

function meantBy(request: string, parent: unknown): readonly string[] {
  // The settings import `defineConfig`, and the command line may be installed elsewhere than the project.
  if (request === 'retort') return [join(__dirname, 'index.js')];
  const importer =
    typeof parent === 'object' && parent !== null ? Reflect.get(parent, 'filename') : undefined;
  const found =
    typeof importer === 'string' && !importer.includes('node_modules') ? findByPaths(request, importer) : [];
  return [request, ...found].flatMap((path, index) => [
    ...(index === 0 ? [] : [path]),
    ...(/^\.{0,2}\/.*\.[cm]?js$/.test(path) ? [path.replace(/js$/, 'ts')] : []),
  ]);
}
