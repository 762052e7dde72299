import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import { countOf, RetortError } from '@retort/engine/state';
import type { Project } from '../config/read-config';
import { cacheFolderOf } from '../load/cache-folder';
import { isNotFound } from '../load/is-not-found';

const mostLines = 10;

/** What is unused is a matter of style. */
const flags = ['--noEmit', '--pretty', 'false', '--noUnusedLocals', 'false', '--noUnusedParameters', 'false'];

/** @throws RetortError with the compiler's messages, when the models have type errors. */
export async function checkTypes({ root, config, configPath }: Project): Promise<void> {
  if (config.typecheck === undefined) return;
  const tsconfig = resolve(root, config.typecheck);
  const [program, ...parameters] = compilerOf(tsconfig, configPath);
  // What the compiler found before is kept by itself, and only what an edit reaches is checked again.
  const kept = join(
    cacheFolderOf(configPath),
    'types',
    `${createHash('sha256').update(tsconfig).digest('hex')}.tsbuildinfo`,
  );
  const incremental = ['--incremental', '--tsBuildInfoFile', kept];
  const [output, cause] = await new Promise<readonly [output: string, cause: Error | null]>((done) => {
    execFile(
      program,
      [...parameters, '-p', tsconfig, ...flags, ...incremental],
      { cwd: root },
      (error, stdout, stderr) =>
        done([error === null ? '' : `${stdout}${stderr}`.trim() || error.message, error]),
    );
  });
  const lines = output.split('\n').filter((line) => concernsModels(line, root, config.models));
  if (lines.length === 0) return;
  throw new RetortError({
    what: 'The models have type errors.',
    at: [
      ...lines.slice(0, mostLines),
      ...(lines.length > mostLines ? [`… (${countOf(lines.length - mostLines, 'more line')})`] : []),
    ].join('\n'),
    next: 'Correct them and run the command again.',
    cause,
  });
}

/** What runs the project's own TypeScript. Since version 7 it is a program; what starts that for it would start another Node. */
function compilerOf(
  tsconfig: string,
  configPath: string,
): readonly [program: string, ...parameters: string[]] {
  const manifest = findManifest('typescript', tsconfig) ?? findManifest('typescript', configPath);
  if (manifest === undefined) {
    throw new RetortError({
      what: 'This project has no TypeScript, with which typecheck of its settings could be done.',
      at: configPath,
      next: 'Install it there, or take typecheck out of the settings: npm install --save-dev typescript',
      kind: 'settings',
    });
  }
  const native = findManifest(`@typescript/typescript-${process.platform}-${process.arch}`, manifest);
  const program = native === undefined ? undefined : join(dirname(native), 'lib', 'tsc');
  if (program !== undefined && isExecutable(program)) return [program];
  return [process.execPath, join(dirname(manifest), 'bin', 'tsc')];
}

function findManifest(name: string, importer: string): string | undefined {
  try {
    return createRequire(importer).resolve(`${name}/package.json`);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}

/** An error elsewhere in the models' project is no reason not to write a migration: a seed may still say the old name. */
function concernsModels(line: string, root: string, models: string | undefined): boolean {
  if (line === '' || /^\s/.test(line)) return false;
  // What it keeps may not be written: that costs time, not correctness.
  if (line.startsWith('error TS5033:')) return false;
  const file = /^(.+?)\(\d+,\d+\): error /.exec(line)?.[1];
  return (
    file === undefined || models === undefined || resolve(root, file).startsWith(resolve(root, models) + sep)
  );
}
