/** A migration's names, all made from its timestamp (milliseconds since 1970) and its slug. */
export interface MigrationName {
  readonly timestamp: number;
  readonly slug: string;
  /** The file without its extension, `1763812345678_add_email`: what people call the migration. */
  readonly stem: string;
}

/** The name of the migration in a file, or undefined when the file is not one. TypeORM's own `<timestamp>-<Name>.ts` is read too. */
export function parseMigrationFileName(fileName: string): MigrationName | undefined {
  const match = /^(?<stem>(?<timestamp>\d{13})[_-](?<slug>.+))\.[cm]?[jt]s$/.exec(fileName);
  const { stem, timestamp, slug } = match?.groups ?? {};
  if (stem === undefined || timestamp === undefined || slug === undefined) return undefined;
  if (isBesideMigration(stem)) return undefined;
  return { timestamp: Number(timestamp), slug, stem };
}

/** A file that is meant to be a migration, and is none: its timestamp has not the 13 digits that TypeORM reads. */
export function isMisnamedMigration(fileName: string): boolean {
  const stem = /^(?<stem>\d+[_-].*)\.[cm]?[jt]s$/.exec(fileName)?.groups?.stem;
  return stem !== undefined && !isBesideMigration(stem) && parseMigrationFileName(fileName) === undefined;
}

/** Declarations and tests bear the name of what they belong to. */
function isBesideMigration(stem: string): boolean {
  return /\.(d|test|spec)$/.test(stem);
}

/** TypeORM reads the timestamp off the last 13 characters of a class's name: `AddEmail1763812345678`. */
export function migrationClassName({ timestamp, slug }: { timestamp: number; slug: string }): string {
  const words = slug.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const name = words.join('');
  return `${/^\p{ID_Start}/u.test(name) ? '' : 'Migration'}${name}${timestamp}`;
}
