import { migrationSource, type Project } from './project';

/** Writes the history: each migration's slug, its `up` and its `down`. Returns their names. */
export function writeHistory(
  project: Project,
  migrations: readonly (readonly [slug: string, up: readonly string[], down: readonly string[]])[],
): readonly string[] {
  return migrations.map(([slug, up, down], index) => {
    const timestamp = 1700000000000 + index;
    project.write(`src/versions/${timestamp}_${slug}.ts`, migrationSource(timestamp, up, down));
    return `${timestamp}_${slug}`;
  });
}
