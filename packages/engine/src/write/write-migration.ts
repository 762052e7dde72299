import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from '../errors/error-code';
import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import { importExtension } from '../history/import-extension';
import type { MigrationName } from '../history/migration-name';
import { registryFile, renderRegistry } from '../history/render-registry';
import { refuseChangedHistory } from './refuse-changed-history';

/** Formats a file's text with the project's formatter. */
export type Format = (path: string, text: string) => Promise<string>;

export interface MigrationToWrite {
  readonly name: MigrationName;
  readonly source: string;
}

export interface FilesToWrite {
  readonly history: History;
  /** In their order. */
  readonly migrations: readonly MigrationToWrite[];
  readonly format: Format;
  /** The file of the whole schema, as it is after the migrations. */
  readonly schema: { readonly path: string; readonly text: string } | undefined;
}

export interface WrittenMigration {
  readonly name: MigrationName;
  readonly path: string;
}

/**
 * Writes migrations' files, lists them in the registry where there is one, and writes the file of the schema: all, or
 * nothing. No registry is made unasked: TypeORM would read it as more migrations, where it is told of them by a glob.
 *
 * @throws RetortError when the folder may not be written, of kind `conflict` when its migrations are not those of `history`.
 */
export async function writeMigrations({
  history,
  migrations,
  format,
  schema,
}: FilesToWrite): Promise<readonly WrittenMigration[]> {
  const { folder, migrations: before } = history;
  const registryPath = join(folder, registryFile);
  const names = migrations.map(({ name }) => name);
  const sources: FileToWrite[] = [];
  for (const { name, source } of migrations) {
    const path = migrationPath(folder, name);
    sources.push({ path, text: await format(path, source) });
  }
  if (existsSync(registryPath)) {
    const extension = importExtension(folder, readFileSync(registryPath, 'utf8'));
    const text = await format(registryPath, renderRegistry([...before, ...names], extension));
    sources.push({ path: registryPath, text });
  }
  try {
    mkdirSync(folder, { recursive: true });
    refuseChangedHistory(history);
    writeAll([...(schema === undefined ? [] : [schema]), ...sources]);
  } catch (error) {
    throw explainWriteError(error, registryPath);
  }
  return names.map((name) => ({ name, path: migrationPath(folder, name) }));
}

export function migrationPath(folder: string, { stem }: MigrationName): string {
  return join(folder, `${stem}.ts`);
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
