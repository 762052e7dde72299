import { join, relative } from 'node:path';
import { RetortError } from '@retort/engine/state';
import { cacheFolderOf } from './cache-folder';
import { CompileError } from './compile-error';
import { loader } from './loader';
import { installTypescriptHook } from './typescript-hook';

let hookInstalled = false;
const stackLines = 30;

/**
 * Loads a module of the user's by its absolute path, TypeScript or JavaScript.
 *
 * @throws RetortError when it, or a module that it imports, does not compile or throws while it loads.
 */
export async function loadModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  const known = loader._cache[path];
  return explainLoading(path, () => Promise.resolve(known?.loaded ? known.exports : require(path)));
}

/** Runs something that loads the user's modules, such as a function of `retort.config.ts`, and explains what they throw: that `failed`. */
export async function explainLoading<T>(
  path: string,
  load: () => Promise<T>,
  failed = `${relative(process.cwd(), path)} cannot be loaded`,
): Promise<T> {
  if (!hookInstalled) {
    installTypescriptHook(join(cacheFolderOf(path), 'typescript'));
    hookInstalled = true;
    // Node's loader alone may fill the ten lines of a stack, before the one that is the user's.
    Error.stackTraceLimit = Math.max(Error.stackTraceLimit, stackLines);
  }
  try {
    return await load();
  } catch (error) {
    throw explainLoadError(error, path, failed);
  }
}

function explainLoadError(error: unknown, path: string, failed: string): unknown {
  if (error instanceof RetortError || isExplained(error)) return error;
  if (error instanceof CompileError) {
    return new RetortError({
      what: `${relative(process.cwd(), error.path)} does not compile.`,
      at: error.message.replaceAll(process.cwd(), '.'),
      next: 'Correct that line and run the command again.',
      cause: error,
    });
  }
  return new RetortError({
    what: `${failed}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    at: placeOf(error) ?? path,
    next: 'Correct it there and run the command again.',
    cause: error,
  });
}

function isExplained(error: unknown): boolean {
  return error instanceof Error && 'at' in error && 'next' in error;
}

const notTheirs = ['node_modules', __dirname];

/** The first line of the user's own in a stack. */
function placeOf(error: unknown): string | undefined {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .find(
      (line) => /^\s+at .*\.[cm]?[jt]s:\d+/.test(line) && !notTheirs.some((folder) => line.includes(folder)),
    )
    ?.trim()
    .replace(/^at /, '');
}
