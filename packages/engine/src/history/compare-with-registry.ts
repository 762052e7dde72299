import { dirname, join } from 'node:path';
import { RetortError } from '../errors/retort-error';
import type { Migration } from './history';
import { isMigrationClass, type LoadModule, recordedNameOf } from './load-migration';
import { parseRegistry } from './parse-registry';

/** The migrations that the registry imports and whose files are gone. @param fileNames what is in the registry's folder. */
export function listGoneImports(text: string, fileNames: readonly string[]): readonly string[] {
  const modules = new Set(fileNames.map(withoutExtension));
  const imports = text.matchAll(/from\s+(['"])\.\/(\d+[^'"]*)\1/g);
  return [...imports]
    .map(([, , specifier = '']) => specifier)
    .filter((specifier) => !modules.has(withoutExtension(specifier)) && !modules.has(specifier))
    .map(withoutExtension);
}

/**
 * What can be seen without loading the registry, and would not let it be loaded.
 *
 * @throws RetortError of kind `conflict` when git left it in conflict, or it imports a migration whose file is gone.
 */
export function refuseUnloadable(registryPath: string, text: string, fileNames: readonly string[]): void {
  if (/^<{7} /m.test(text)) {
    throw disagreement(
      registryPath,
      'Git left the registry in conflict: two branches have each added a migration.',
      `Take either side (git checkout --theirs -- '${registryPath}'), then: retort rebase`,
    );
  }
  const [gone] = listGoneImports(text, fileNames);
  if (gone === undefined) return;
  throw disagreement(
    registryPath,
    `The registry imports ${gone}, and its file is gone.`,
    `Bring the file back: git checkout -- '${join(dirname(registryPath), gone)}.ts', or take its two lines out there (make db-prepare does it where no commit has it) and undo it where it ran: retort downgrade --from-journal`,
  );
}

function withoutExtension(name: string): string {
  return name.replace(/\.[cm]?[jt]s$/, '');
}

/**
 * @returns how it was compared: by its text alone, or by loading it too.
 * @throws RetortError of kind `conflict` when the registry does not list every migration once, oldest first.
 */
export async function compareWithRegistry(
  registryPath: string,
  text: string,
  migrations: readonly Migration[],
  load: LoadModule,
): Promise<'read' | 'loaded'> {
  const read = readNames(text, migrations);
  const problem = findProblem(read ?? (await loadNames(registryPath, load)), migrations);
  if (problem !== undefined) throw disagreement(registryPath, problem.what, problem.next);
  return read === undefined ? 'loaded' : 'read';
}

/** What the registry lists, as far as its text says that: undefined where it has to be loaded, also to say what is wrong. */
function readNames(text: string, migrations: readonly Migration[]): readonly string[] | undefined {
  const listed = parseRegistry(text);
  if (listed === undefined) return undefined;
  const byStem = new Map(migrations.map((migration) => [migration.stem, migration]));
  const names: string[] = [];
  for (const { stem, exportedName } of listed) {
    const migration = byStem.get(stem);
    if (migration === undefined || migration.exportedName !== exportedName) return undefined;
    names.push(migration.recordedName);
  }
  return names;
}

async function loadNames(registryPath: string, load: LoadModule): Promise<readonly string[]> {
  const { migrations: registered } = await load(registryPath);
  if (!Array.isArray(registered)) {
    throw disagreement(
      registryPath,
      'The registry exports no list named migrations.',
      'Export it: export const migrations = [ … ];',
    );
  }
  return registered.map((entry: unknown) => {
    if (isMigrationClass(entry)) return recordedNameOf(entry);
    throw disagreement(
      registryPath,
      `The registry lists something that is no migration: ${String(entry).split('\n')[0]}`,
      'List the classes of the migrations, and nothing else.',
    );
  });
}

function findProblem(
  names: readonly string[],
  migrations: readonly Migration[],
): { readonly what: string; readonly next: string } | undefined {
  const listed = new Set(names);
  const missing = migrations.find(({ recordedName }) => !listed.has(recordedName));
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
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
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
