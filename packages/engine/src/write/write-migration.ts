import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import type { MigrationName } from '../history/migration-name';
import { registryFile, renderRegistry } from '../history/render-registry';

/** Formats a file's text with the project's formatter. */
export type Format = (path: string, text: string) => Promise<string>;

export interface FilesToWrite {
  readonly history: History;
  readonly name: MigrationName;
  /** The migration's source. */
  readonly source: string;
  readonly format: Format;
  /** The file of the whole schema, as it is after the migration. */
  readonly schema: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Writes a migration's file, lists it in the registry, and writes the file of the schema: all, or nothing.
 *
 * @returns the migration's path.
 * @throws RetortError when the folder may not be written.
 */
export async function writeMigration({
  history,
  name,
  source,
  format,
  schema,
}: FilesToWrite): Promise<string> {
  const path = join(history.folder, `${name.stem}.ts`);
  const registryPath = join(history.folder, registryFile);
  const registry = await format(registryPath, renderRegistry([...history.migrations, name]));
  const files = [
    ...(schema === undefined ? [] : [schema]),
    { path, text: await format(path, source) },
    { path: registryPath, text: registry },
  ];
  try {
    mkdirSync(history.folder, { recursive: true });
    writeAll(files);
  } catch (error) {
    throw explainWriteError(error, path);
  }
  return path;
}

interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** Where one cannot be written, those before it are put back. */
function writeAll(files: readonly FileToWrite[]): void {
  const undo: (() => void)[] = [];
  try {
    for (const { path, text } of files) {
      const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      writeWhole(path, text);
      undo.unshift(() => (before === undefined ? rmSync(path, { force: true }) : writeWhole(path, before)));
    }
  } catch (error) {
    for (const putBack of undo) putBack();
    throw error;
  }
}

/** A reader sees the file as it was or as it will be, never a part of it. */
export function writeWhole(path: string, text: string): void {
  const partial = `${path}.partial`;
  try {
    writeFileSync(partial, text);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function explainWriteError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  const folder = dirname(path);
  const explained = (because: string, next: string) =>
    new RetortError({
      what: `The migration cannot be written: ${because} (${code}).`,
      at: folder,
      next,
      cause: error,
    });
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return explained('no permission', `Let yourself write there: chmod u+w '${folder}'`);
    case 'EROFS':
      return explained('its file system is read-only', 'Work in a copy that can be written to.');
    case 'ENOSPC':
    case 'EDQUOT':
      return explained('the disk is full', 'Free some space and run the command again.');
    case 'ENOTDIR':
    case 'EEXIST':
      return explained(
        'its folder is a file',
        'Move that file away, or correct migrations in retort.config.ts.',
      );
    default:
      return error;
  }
}
