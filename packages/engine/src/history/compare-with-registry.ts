import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RetortError } from '../errors/retort-error';
import type { Migration } from './history';
import { isMigrationClass, type LoadModule, recordedNameOf } from './load-migration';

/** @throws RetortError of kind `conflict` when the registry imports a migration whose file is gone. To be asked before it is loaded. */
export function refuseGoneImports(registryPath: string): void {
  const imports = readFileSync(registryPath, 'utf8').matchAll(/from\s+(['"])\.\/(\d+[^'"]*)\1/g);
  for (const [, , specifier = ''] of imports) {
    if (existsAsModule(join(dirname(registryPath), specifier))) continue;
    throw disagreement(
      registryPath,
      `The registry imports ${specifier}, and its file is gone.`,
      `Bring the file back: git checkout -- '${specifier}.ts' in ${dirname(registryPath)}, or, if it never ran anywhere, remove its two lines there.`,
    );
  }
}

function existsAsModule(path: string): boolean {
  const withoutExtension = path.replace(/\.[cm]?[jt]s$/, '');
  return ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs'].some((extension) =>
    existsSync(`${withoutExtension}${extension}`),
  );
}

/** @throws RetortError of kind `conflict` when the registry does not list every migration once, oldest first. */
export async function compareWithRegistry(
  registryPath: string,
  migrations: readonly Migration[],
  load: LoadModule,
): Promise<void> {
  const { migrations: registered } = await load(registryPath);
  if (!Array.isArray(registered)) {
    throw disagreement(
      registryPath,
      'The registry exports no list named migrations.',
      'Export it: export const migrations = [ … ];',
    );
  }
  const names = registered.map((entry: unknown) => {
    if (isMigrationClass(entry)) return recordedNameOf(entry);
    throw disagreement(
      registryPath,
      `The registry lists something that is no migration: ${String(entry).split('\n')[0]}`,
      'List the classes of the migrations, and nothing else.',
    );
  });
  const problem = findProblem(names, migrations);
  if (problem !== undefined) throw disagreement(registryPath, problem.what, problem.next);
}

function findProblem(
  names: readonly string[],
  migrations: readonly Migration[],
): { readonly what: string; readonly next: string } | undefined {
  const missing = migrations.find(({ recordedName }) => !names.includes(recordedName));
  if (missing !== undefined) {
    return {
      what: `The registry does not list ${missing.stem}.`,
      next: `Import ${missing.exportedName} from './${missing.stem}' there and list it in order of time.`,
    };
  }
  const known = new Set(migrations.map(({ recordedName }) => recordedName));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    return {
      what: `The registry lists ${unknown}, and no file beside it holds that migration.`,
      next: 'Remove that line, or move the file of the migration beside the registry.',
    };
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    return { what: `The registry lists ${twice} twice.`, next: 'Remove one of the two lines.' };
  }
  const outOfOrder = names.find((name, index) => name !== migrations[index]?.recordedName);
  if (outOfOrder !== undefined) {
    return {
      what: `The registry lists ${outOfOrder} out of order.`,
      next: 'List the migrations in order of their timestamps.',
    };
  }
  return undefined;
}

function disagreement(at: string, what: string, next: string): RetortError {
  return new RetortError({ what, at, next, kind: 'conflict' });
}
