import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer } from '@retort/services/testing';
import { prepareGenerateRows } from './generate/generate-rows';
import { type Databases, openDatabases } from './ground/databases';
import type { Ground } from './ground/ground';
import type { PreparedRows } from './ground/prepared-rows';
import { type Failure, measureRow } from './measure/measure-row';
import { watchServerCpu } from './measure/server-cpu';
import { prepareMigrateRows } from './migrate/migrate-rows';
import { installPeers, locatePeers, type Peers } from './peers/install-peers';
import { locateTools } from './peers/locate-tools';
import { renderHeading } from './report/render-heading';
import { renderRow } from './report/render-row';
import { makeTables } from './schema/make-tables';
import type { Settings } from './settings/read-settings';
import { prepareVersionRow } from './version/version-row';

export interface Reporter {
  /** A line of the result. */
  readonly print: (text: string) => void;
  /** What is being done now. */
  readonly progress: (text: string) => void;
}

/** Runs the comparison and prints it row by row. Gives the failures of ours: a slow run is never one. */
export async function runBenchmark(
  settings: Settings,
  { print, progress }: Reporter,
  signal: AbortSignal,
): Promise<readonly Failure[]> {
  const onlyOurs = [...settings.peers].every((peer) => peer === 'retort');
  const peers = onlyOurs ? locatePeers() : await installPeers(print);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'retort-benchmark-')));
  const server = await startTestServer();
  try {
    const databases = await openDatabases(server.url);
    try {
      print(renderHeading(await readConditions(settings, databases, peers, onlyOurs)));
      const failures = await runParts(
        settings,
        { folder, tools: locateTools(), peers, databases, signal },
        { print, progress },
      );
      return failures.filter(({ side }) => side === 'ours');
    } finally {
      await databases.admin.end();
    }
  } finally {
    await server.stop();
    if (settings.keep) print(`The projects are in ${folder}`);
    else rmSync(folder, { recursive: true });
  }
}

/** Each part has a folder of its own below that of `ground`. */
async function runParts(
  settings: Settings,
  ground: Ground,
  { print, progress }: Reporter,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  const said = new Set<string>();
  const sayOnce = (line: string) => {
    if (!said.has(line)) print(line);
    said.add(line);
  };
  const { rounds, keep } = settings;
  const { signal } = ground;
  const serverCpu = await watchServerCpu(ground.databases.admin);
  for (const { name, prepare } of listParts(settings)) {
    progress(`Preparing ${name}`);
    const folder = join(ground.folder, name);
    mkdirSync(folder);
    const { rows, leftOut, notes } = await prepare({ ...ground, folder });
    for (const { name: who, because } of leftOut) sayOnce(`${who} is left out: ${because}`);
    for (const note of notes) print(`note  ${note}`);
    failures.push(...leftOut);
    for (const row of rows.filter(({ contestants }) => contestants.length > 0)) {
      const result = await measureRow(row, { rounds, serverCpu, signal, onRun: progress });
      print(renderRow(result));
      failures.push(...result.failures);
    }
    if (!keep) rmSync(folder, { recursive: true });
  }
  return failures;
}

interface Part {
  readonly name: string;
  readonly prepare: (ground: Ground) => Promise<PreparedRows>;
}

function listParts({ rows, tables, migrations, seed, peers }: Settings): readonly Part[] {
  return [
    ...(rows.has('generate') ? tables : []).map((count) => ({
      name: `tables-${count}`,
      prepare: (ground: Ground) => prepareGenerateRows(ground, makeTables(count, seed), peers),
    })),
    ...(rows.has('migrate') ? migrations : []).map((count) => ({
      name: `migrations-${count}`,
      prepare: (ground: Ground) => prepareMigrateRows(ground, count, peers),
    })),
    ...(rows.has('version')
      ? [{ name: 'version', prepare: (ground: Ground) => prepareVersionRow(ground, peers) }]
      : []),
  ];
}

const versionedPackages = [
  ...['typeorm', 'drizzle-kit', '@mikro-orm/cli', '@prisma/schema-engine-wasm'],
  ...['umzug', 'node-pg-migrate', 'pg'],
];

async function readConditions(settings: Settings, { admin }: Databases, peers: Peers, onlyOurs: boolean) {
  const { rows } = await admin.query<{ server_version: string }>('SHOW server_version');
  return {
    node: process.versions.node,
    postgres: rows[0]?.server_version ?? 'unknown',
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    load: loadavg()[0] ?? 0,
    seed: settings.seed,
    rounds: settings.rounds,
    versions: [
      ['retort', locateTools().version] as const,
      ...(onlyOurs ? [] : versionedPackages.map((name) => [name, peers.version(name)] as const)),
    ],
  };
}
