import type { QueryRunner } from 'typeorm';
import type { History, Migration } from '../src/history/history';
import { migrationClassName } from '../src/history/migration-name';

type Work = string | ((queryRunner: QueryRunner) => Promise<void>);

export interface MigrationSketch {
  readonly slug: string;
  readonly up?: Work;
  readonly down?: Work;
  readonly transaction?: boolean;
}

const firstTimestamp = 1_700_000_000_000;

/** A history in memory: each sketch a migration, one millisecond after the one before it. */
export function makeHistory(...sketches: readonly MigrationSketch[]): History {
  return { folder: '/history', migrations: sketches.map(makeMigration) };
}

function makeMigration({ slug, up, down, transaction }: MigrationSketch, index: number): Migration {
  const timestamp = firstTimestamp + index;
  const name = migrationClassName({ timestamp, slug });
  const instance = {
    name,
    ...(transaction === undefined ? {} : { transaction }),
    up: (queryRunner: QueryRunner) => run(queryRunner, up),
    down: (queryRunner: QueryRunner) => run(queryRunner, down),
  };
  const stem = `${timestamp}_${slug}`;
  const plain = (work: Work = 'SELECT') => (typeof work === 'string' ? [work] : undefined);
  const statements = { up: plain(up), down: plain(down) };
  return {
    timestamp,
    slug,
    stem,
    instance,
    path: `/history/${stem}.ts`,
    exportedName: name,
    recordedName: name,
    ...(statements.up === undefined || statements.down === undefined
      ? {}
      : {
          plain: {
            className: name,
            up: statements.up,
            down: statements.down,
            properties: { name, ...(transaction === undefined ? {} : { transaction }) },
          },
        }),
  };
}

async function run(queryRunner: QueryRunner, work: Work = 'SELECT'): Promise<void> {
  if (typeof work === 'string') await queryRunner.query(work);
  else await work(queryRunner);
}
