import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypescript } from '../files/compile-typescript';
import { type Files, writeFiles } from '../files/write-files';
import { mikroPackage } from '../forms/mikro-entity';
import { migrationStem, renderTypeormMigration } from '../forms/typeorm-migration';
import { environmentOf, type Ground } from '../ground/ground';
import { scriptFolder } from '../peers/install-peers';
import type { PeerName } from '../settings/read-settings';
import type { Runner } from './make-contestants';
import type { Step } from './make-steps';

/** A peer's project and the commands that are run in it. */
interface Form {
  readonly name: string;
  /** Undefined: of a CommonJS package without settings. */
  readonly packageJson?: string;
  readonly files: Files;
  /** Of `peers/scripts`. */
  readonly scripts?: readonly string[];
  readonly apply: readonly string[];
  readonly status: readonly string[] | undefined;
}

export type MigratingPeer = Exclude<PeerName, 'retort'>;

/** Writes a peer's project of small migrations. */
export function makePeerRunner(ground: Ground, peer: MigratingPeer, steps: readonly Step[]): Runner {
  const id = peer.replaceAll('-', '_');
  const root = join(ground.folder, `migrate-${id}`);
  const {
    name,
    packageJson = commonPackage,
    files,
    scripts = [],
    apply,
    status,
  } = makeForm(ground, peer, steps);
  mkdirSync(root);
  symlinkSync(ground.peers.nodeModules, join(root, 'node_modules'));
  writeFiles(root, {
    'package.json': packageJson,
    ...files,
  });
  for (const script of scripts) copyFileSync(join(scriptFolder, script), join(root, script));
  const run = (parameters: readonly string[]) => (url: string) => ({
    parameters,
    folder: root,
    environment: environmentOf(root, url),
  });
  return {
    name,
    id,
    side: 'theirs',
    apply: run(apply),
    status: status === undefined ? undefined : run(status),
  };
}

function makeForm(ground: Ground, peer: MigratingPeer, steps: readonly Step[]): Form {
  switch (peer) {
    case 'pg':
      return scriptForm('pg, a transaction each', 'plain-pg.cjs', steps);
    case 'umzug':
      return scriptForm('umzug', 'umzug.cjs', steps);
    case 'node-pg-migrate':
      return nodePgMigrateForm(ground, steps);
    case 'typeorm':
      return typeormForm(ground, { name: 'typeorm, precompiled', cli: 'typeorm', extension: 'js' }, steps);
    case 'typeorm-ts': {
      const name = 'typeorm-ts-node-commonjs';
      return typeormForm(ground, { name, cli: name, extension: 'ts' }, steps);
    }
    case 'drizzle':
      return drizzleForm(ground, steps);
    case 'mikro-orm':
      return mikroForm(ground, steps);
    case 'prisma':
      return prismaForm(steps);
  }
}

/** Files of SQL, and a script of ours that runs them. */
function scriptForm(name: string, script: string, steps: readonly Step[]): Form {
  return {
    name,
    files: filesOf(steps, (step) => [`migrations/${migrationStem(step)}.sql`, step.up]),
    scripts: [script],
    apply: [script, 'apply'],
    status: [script, 'status'],
  };
}

function nodePgMigrateForm({ peers }: Ground, steps: readonly Step[]): Form {
  const program = peers.program('node-pg-migrate', 'node-pg-migrate');
  return {
    name: 'node-pg-migrate',
    files: filesOf(steps, (step) => [
      `migrations/${migrationStem(step)}.sql`,
      `-- Up Migration\n${step.up}\n\n-- Down Migration\n${step.down}\n`,
    ]),
    apply: [program, 'up'],
    // It has no command that says what is applied.
    status: [program, 'up', '--dry-run'],
  };
}

function drizzleForm({ peers }: Ground, steps: readonly Step[]): Form {
  const program = peers.program('drizzle-kit', 'drizzle-kit');
  return {
    name: 'drizzle-kit',
    files: {
      'drizzle.config.js': drizzleConfig,
      'drizzle/meta/_journal.json': drizzleJournal(steps),
      ...filesOf(steps, (step) => [`drizzle/${migrationStem(step)}.sql`, step.up]),
    },
    apply: [program, 'migrate'],
    // Its "check" does not ask the database.
    status: undefined,
  };
}

function mikroForm({ peers }: Ground, steps: readonly Step[]): Form {
  const program = peers.program('@mikro-orm/cli', 'mikro-orm');
  return {
    name: 'mikro-orm',
    packageJson: mikroPackage,
    files: {
      'mikro-orm.config.js': mikroConfig,
      ...filesOf(steps, (step) => [`migrations/${migrationStem(step)}.js`, renderMikroMigration(step)]),
    },
    apply: [program, 'migration:up'],
    status: [program, 'migration:pending'],
  };
}

function prismaForm(steps: readonly Step[]): Form {
  return {
    name: 'prisma engine',
    files: filesOf(steps, (step) => [`migrations/${migrationStem(step)}/migration.sql`, step.up]),
    scripts: ['prisma-engine.mjs', 'prisma-migrate.mjs'],
    apply: ['prisma-migrate.mjs', 'apply'],
    status: ['prisma-migrate.mjs', 'status'],
  };
}

function filesOf(steps: readonly Step[], of: (step: Step) => readonly [path: string, text: string]): Files {
  return Object.fromEntries(steps.map(of));
}

interface TypeormFlavour {
  readonly name: string;
  readonly cli: string;
  readonly extension: 'js' | 'ts';
}

function typeormForm(
  { peers }: Ground,
  { name, cli, extension }: TypeormFlavour,
  steps: readonly Step[],
): Form {
  const program = peers.program('typeorm', cli);
  const render = (source: string) =>
    extension === 'ts' ? source : compileTypescript(source, 'migration.ts');
  return {
    name,
    files: {
      'tsconfig.json':
        '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "strict": true, "types": ["node"], "skipLibCheck": true } }',
      [`data-source.${extension}`]: render(typeormDataSource(extension)),
      ...filesOf(steps, (step) => [
        `migrations/${migrationStem(step)}.${extension}`,
        render(renderTypeormMigration(step)),
      ]),
    },
    apply: [program, 'migration:run', '-d', `data-source.${extension}`],
    status: [program, 'migration:show', '-d', `data-source.${extension}`],
  };
}

function typeormDataSource(extension: string): string {
  return `import { DataSource } from 'typeorm';

export default new DataSource({
  type: 'postgres',
  url: process.env.POSTGRES_URL,
  migrations: [__dirname + '/migrations/*.${extension}'],
});
`;
}

function drizzleJournal(steps: readonly Step[]): string {
  const entries = steps.map((step, idx) => ({
    idx,
    version: '7',
    when: step.timestamp,
    tag: migrationStem(step),
    breakpoints: true,
  }));
  return JSON.stringify({ version: '7', dialect: 'postgresql', entries });
}

const commonPackage = '{ "name": "benchmark", "private": true }\n';

const drizzleConfig = `module.exports = {
  dialect: 'postgresql',
  out: './drizzle',
  schema: './schema.js',
  dbCredentials: { url: process.env.POSTGRES_URL },
};
`;

const mikroConfig = `import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';

export default defineConfig({
  clientUrl: process.env.POSTGRES_URL,
  entities: [],
  discovery: { warnWhenNoEntities: false },
  extensions: [Migrator],
  migrations: { path: './migrations', emit: 'js' },
});
`;

function renderMikroMigration(step: Step): string {
  return `import { Migration } from '@mikro-orm/migrations';

export class Migration${step.timestamp} extends Migration {
  up() {
    this.addSql(${JSON.stringify(step.up)});
  }

  down() {
    this.addSql(${JSON.stringify(step.down)});
  }
}
`;
}
