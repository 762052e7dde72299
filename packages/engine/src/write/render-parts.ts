import type { MigrationName } from '../history/migration-name';
import type { Statement } from '../operations/statement';
import type { PlannedFile } from '../plan/plan';
import { renderMigration } from './render-migration';
import type { WrittenStatement } from './statement';

export interface RenderedMigration {
  readonly name: MigrationName;
  readonly source: string;
}

/** The sources of a plan: a migration a file, each after the one before it by its time. */
export function renderParts(
  name: MigrationName,
  files: readonly PlannedFile[],
): readonly RenderedMigration[] {
  return files.map(({ up, down, transactional }, index) => {
    const partName = partOf(name, index);
    const statements = { up: up.map(toWritten), down: down.map(toWritten) };
    return {
      name: partName,
      source: renderMigration({ name: partName, ...statements, transaction: transactional }),
    };
  });
}

function partOf({ timestamp, slug, stem }: MigrationName, index: number): MigrationName {
  if (index === 0) return { timestamp, slug, stem };
  const part = { timestamp: timestamp + index, slug: `${slug}_part_${index + 1}` };
  return { ...part, stem: `${part.timestamp}_${part.slug}` };
}

function toWritten({ sql, comment, note }: Statement): WrittenStatement {
  return { sql, comments: note === null ? [comment] : [comment, note] };
}
