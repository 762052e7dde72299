import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { environmentOf, type Ground, homeFolder, runUnmeasured } from '../ground/ground';
import type { Command } from '../measure/contestant';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import type { GenerateContestants } from './generate-contestants';
import { writeRetortModel, writeRetortProject } from './retort-project';
import { type ToolRow, toolContestants } from './tool-contestants';

interface Variant {
  readonly name: string;
  readonly id: string;
  readonly typecheck: boolean;
  /** Whether what earlier runs have kept is there. */
  readonly warm: boolean;
}

const plain: readonly Variant[] = [
  { name: 'retort', id: 'warm', typecheck: false, warm: true },
  { name: 'retort, cold', id: 'cold', typecheck: false, warm: false },
];

// ts-node checks types: beside it stands the same of ours.
const checked: readonly Variant[] = [
  { name: 'retort, types checked', id: 'checked', typecheck: true, warm: true },
];

/** `retort prepare`, with what it keeps between runs and without. */
export async function makeRetort(
  ground: Ground,
  tables: readonly Table[],
  options: { readonly typesChecked: boolean },
): Promise<GenerateContestants> {
  const history = await makeHistory(ground, tables);
  const variants = [...plain, ...(options.typesChecked ? checked : [])];
  const made: Contestants[] = [];
  for (const variant of variants) made.push(await makeVariant(ground, tables, history, variant));
  return {
    first: made.flatMap(({ first }) => first),
    changed: made.flatMap(({ changed }) => changed),
    unchanged: made.flatMap(({ unchanged }) => unchanged),
    migratedUrl: history.url,
  };
}

type Contestants = ReturnType<typeof toolContestants>;

interface History {
  /** The folder of the first migration, as retort wrote it. */
  readonly versions: string;
  /** A database in which it was run. */
  readonly url: string;
}

async function makeHistory(ground: Ground, tables: readonly Table[]): Promise<History> {
  const root = join(ground.folder, 'retort-history');
  writeRetortProject(root, ground.tools, { tables, typecheck: false });
  const url = await ground.databases.create('retort_full');
  await runUnmeasured(ground, retort(ground, root, url, 'prepare', '--message', 'first'));
  await runUnmeasured(ground, retort(ground, root, url, 'migrate'));
  return { versions: join(root, 'src', 'versions'), url };
}

function retort({ tools }: Ground, root: string, url: string, ...parameters: readonly string[]): Command {
  return {
    parameters: [tools.program, ...parameters],
    folder: root,
    environment: environmentOf(root, url),
  };
}

async function makeVariant(
  ground: Ground,
  tables: readonly Table[],
  history: History,
  variant: Variant,
): Promise<Contestants> {
  const emptyUrl = await ground.databases.create(`retort_empty_${variant.id}`);
  const rootOf = (row: string) => join(ground.folder, `retort-${variant.id}-${row}`);
  const makeRow = (row: string, url: string, versions: string | undefined) =>
    prepareRow(ground, tables, variant, { root: rootOf(row), url, versions });
  return toolContestants({
    name: variant.name,
    side: 'ours',
    tables,
    edit: createEdit(tables, (_number, table) => writeRetortModel(rootOf('changed'), table, tables)),
    first: await makeRow('first', emptyUrl, undefined),
    changed: await makeRow('changed', history.url, history.versions),
    unchanged: await makeRow('unchanged', history.url, history.versions),
    findUnchangedFault: () =>
      readdirSync(versionsOf(rootOf('unchanged'))).length === readdirSync(history.versions).length
        ? undefined
        : 'it wrote a migration',
  });
}

interface RowProject {
  readonly root: string;
  readonly url: string;
  /** Where its history comes from; undefined: it has none. */
  readonly versions: string | undefined;
}

/** Each row has a project of its own, so that what is kept in one says nothing of another. */
async function prepareRow(
  ground: Ground,
  tables: readonly Table[],
  { typecheck, warm }: Variant,
  { root, url, versions }: RowProject,
): Promise<ToolRow> {
  const writeProject = () => {
    writeRetortProject(root, ground.tools, { tables, typecheck });
    mkdirSync(join(root, homeFolder));
  };
  const restore = () => {
    if (!warm) writeProject();
    replaceFolder(versionsOf(root), versions);
  };
  const command = retort(ground, root, url, 'prepare', '--message', 'edit');
  writeProject();
  if (warm) {
    restore();
    await runUnmeasured(ground, command);
  }
  return { command, restore, readWritten: () => readFolder(versionsOf(root)) };
}

function versionsOf(root: string): string {
  return join(root, 'src', 'versions');
}
