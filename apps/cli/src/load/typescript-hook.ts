import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import type { Options } from '@swc/core';
import { addHook } from 'pirates';
import { CompileError } from './compile-error';

const options: Options = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    // As TypeORM's decorators need them: legacy, with the types' metadata.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

/** Lets `require` load TypeScript. What the compiler answered is kept in `cacheFolder`, by the hash of the source. */
export function installTypescriptHook(cacheFolder: string): void {
  process.setSourceMapsEnabled(true);
  addHook((source, path) => compile(source, path, cacheFolder), {
    exts: ['.ts', '.cts', '.mts'],
    ignoreNodeModules: true,
  });
  resolveJsToTs();
}

function compile(source: string, path: string, cacheFolder: string): string {
  const key = createHash('sha256')
    .update(JSON.stringify([swcVersion(), options, path, source]))
    .digest('hex');
  const cached = join(cacheFolder, `${key}.js`);
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
  try {
    ({ code } = transformSync(source, { ...options, filename: path }));
  } catch (error) {
    throw new CompileError(path, error);
  }
  try {
    mkdirSync(dirname(cached), { recursive: true });
    writeFileSync(`${cached}.${process.pid}`, code);
    renameSync(`${cached}.${process.pid}`, cached);
  } catch (error) {
    // A folder that may not be written costs time, not correctness.
    if (!isFileError(error)) throw error;
  }
  return code;
}

function swcVersion(): string {
  const { version }: { version: string } = require('@swc/core/package.json');
  return version;
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

interface ModuleInternals {
  _resolveFilename(request: string, parent: unknown, ...rest: unknown[]): string;
}

/** TypeScript written for ES modules imports `./user.js` and means `./user.ts`. */
function resolveJsToTs(): void {
  const internals = Module as unknown as ModuleInternals;
  const resolveFilename = internals._resolveFilename;
  internals._resolveFilename = function resolveTypescriptToo(request, parent, ...rest) {
    try {
      return resolveFilename.call(this, request, parent, ...rest);
    } catch (error) {
      if (!/^\.{1,2}\/.*\.[cm]?js$/.test(request)) throw error;
      return resolveFilename.call(this, request.replace(/js$/, 'ts'), parent, ...rest);
    }
  };
}
