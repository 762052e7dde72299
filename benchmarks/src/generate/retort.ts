import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFolder } from '../files/read-folder';
import { replaceFolder } from '../files/replace-folder';
import { environmentOf, type Ground, homeFolder, runUnmeasured } from '../ground/ground';
import type { Command, Contestant } from '../measure/contestant';
import type { Table } from '../schema/table';
import { createEdit } from './edit';
import { findMissing } from './find-missing';
import type { GenerateContestants } from './generate-contestants';
import { writeRetortModel, writeRetortProject } from './retort-project';

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
  const made: Rows[] = [];
  for (const variant of variants) made.push(await makeVariant(ground, tables, history, variant));
  return {
    first: made.map(({ first }) => first),
    changed: made.map(({ changed }) => changed),
    unchanged: made.map(({ unchanged }) => unchanged),
    migratedUrl: history.url,
  };
}

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

interface Rows {
  readonly first: Contestant;
  readonly changed: Contestant;
  readonly unchanged: Contestant;
}

async function makeVariant(
  ground: Ground,
  tables: readonly Table[],
  history: History,
  { name, id, typecheck, warm }: Variant,
): Promise<Rows> {
  const emptyUrl = await ground.databases.create(`retort_empty_${id}`);
  const row = async (what: string, url: string, versions: string | undefined) => {
    const root = join(ground.folder, `retort-${id}-${what}`);
    const writeProject = () => {
      writeRetortProject(root, ground.tools, { tables, typecheck });
      mkdirSync(join(root, homeFolder));
    };
    const restore = () => {
      if (!warm) writeProject();
      replaceFolder(versionsOf(root), versions);
    };
    writeProject();
    const command = retort(ground, root, url, 'prepare', '--message', 'edit');
    if (warm) {
      restore();
      await runUnmeasured(ground, command);
    }
    return { name, side: 'ours' as const, root, command, restore };
  };
  const first = await row('first', emptyUrl, undefined);
  const changed = await row('changed', history.url, history.versions);
  const unchanged = await row('unchanged', history.url, history.versions);
  const edit = createEdit(tables, (_number, table) => writeRetortModel(changed.root, table, tables));
  return {
    first: {
      ...first,
      reset: async () => first.restore(),
      findFault: async () =>
        findMissing(
          readFolder(versionsOf(first.root)),
          tables.map((table) => table.name),
        ),
    },
    changed: {
      ...changed,
      reset: async (round) => {
        changed.restore();
        edit.make(round);
      },
      findFault: async (round) => findMissing(readFolder(versionsOf(changed.root)), [edit.column(round)]),
    },
    unchanged: {
      ...unchanged,
      reset: async () => unchanged.restore(),
      findFault: async () =>
        readdirSync(versionsOf(unchanged.root)).length === readdirSync(history.versions).length
          ? undefined
          : 'it wrote a migration',
    },
  };
}

function versionsOf(root: string): string {
  return join(root, 'src', 'versions');
}
