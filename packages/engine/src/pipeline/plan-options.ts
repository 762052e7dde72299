import { type DataSource, InstanceChecker } from 'typeorm';
import type { AnswerTexts } from '../answers/answers';
import { parseDatabaseUrl, parseServerUrl } from '../connect/parse-database-url';
import type { DeclaredSql } from '../desired/declared-sql';
import type { EntityOptions } from '../desired/entity-options';
import { RetortError } from '../errors/retort-error';
import type { ReadOptions } from '../read/read-schema';

export interface PlanOptions extends AnswerTexts {
  /** A database that holds just what the history made. It is only read. */
  readonly from: string;
  /** TypeORM's options of the entities, or a data source that has them. */
  readonly to: EntityOptions | DataSource;
  /** SQL that says what TypeORM cannot, run after the entities. */
  readonly sql?: readonly DeclaredSql[];
  /** The database in use, with rows. It is only read; what is tried in it is rolled back. */
  readonly live?: string;
  /**
   * Forms that do not block a running application: they need migrations of their own, outside a transaction (see
   * `files`). Default: true.
   */
  readonly online?: boolean;
  /** The server on which scratch databases are made; default: the one of `from`. */
  readonly scratch?: string;
  /** Tables that are bookkeeping and no part of the schema; default: TypeORM's table of migrations and our journal. */
  readonly exclude?: ReadOptions['exclude'];
}

/** What is planned, once the options can be used. */
export interface ReadPlanOptions extends Omit<PlanOptions, 'to'> {
  readonly entities: EntityOptions;
  readonly scratch: string;
}

const known = {
  from: true,
  to: true,
  sql: true,
  live: true,
  online: true,
  scratch: true,
  exclude: true,
  renames: true,
  allow: true,
  backfills: true,
  using: true,
  labels: true,
} satisfies { readonly [K in keyof Required<PlanOptions>]: true };

const example = "await planMigration({ from: 'postgres://…', to: { entities: [User] } })";

/**
 * Refuses what TypeScript would not let pass: what is not heeded must not look as if it were.
 *
 * @throws RetortError of kind `settings`
 */
export function readPlanOptions(options: PlanOptions): ReadPlanOptions {
  const { from, to, scratch = from, live, ...others }: PlanOptions = options;
  const missing = [
    ...(typeof from === 'string' ? [] : ['from, the URL of a database']),
    ...(typeof to === 'object' && to !== null ? [] : ["to, TypeORM's options of the entities"]),
  ];
  if (missing.length > 0) throw wrong(`planMigration was not given ${missing.join(', and ')}.`, example);
  const unknown = Object.keys(options).filter((option) => !(option in known));
  if (unknown.length > 0) {
    throw wrong(
      `planMigration has no option ${unknown.join(', ')}.`,
      `It has ${Object.keys(known).join(', ')}.`,
    );
  }
  parseDatabaseUrl(from, 'from');
  if (live !== undefined) parseDatabaseUrl(live, 'live');
  const server = parseServerUrl(scratch, 'scratch').url;
  return {
    ...others,
    from,
    ...(live === undefined ? {} : { live }),
    scratch: server,
    entities: entitiesOf(to, options),
  };
}

function entitiesOf(to: PlanOptions['to'], { sql = [] }: PlanOptions): EntityOptions {
  const options: object = InstanceChecker.isDataSource(to) ? to.options : to;
  if (Array.isArray(options)) throw wrong('to is a list.', 'Give it as to: { entities: […] }');
  if ('type' in options && options.type !== 'postgres') {
    throw wrong(
      `to is for ${String(options.type)}, and migrations are for Postgres.`,
      "Give options of the type 'postgres'.",
    );
  }
  if (!('entities' in options) && sql.length === 0) {
    throw wrong(
      'to has no entities, which would mean that every table goes.',
      `${example}; where there are none: entities: []`,
    );
  }
  return options;
}

function wrong(what: string, next: string): RetortError {
  return new RetortError({ what, at: 'the options of planMigration', next, kind: 'settings' });
}
