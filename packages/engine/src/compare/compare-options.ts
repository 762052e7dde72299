import type { AnswerTexts } from '../answers/answers';
import type { DeclaredSql } from '../desired/declared-sql';
import type { History } from '../history/history';
import type { EntityOptions } from '../pipeline/plan-migration';

export interface CompareOptions {
  readonly history: History;
  readonly entities: EntityOptions;
  /** SQL that says what TypeORM cannot, run after the entities. */
  readonly sql?: readonly DeclaredSql[] | undefined;
  /** A server on which scratch databases may be made. */
  readonly server: string;
  /** What a person has decided. */
  readonly answers?: AnswerTexts;
  /** The database in use: it is only read, and what is tried in it is rolled back. */
  readonly live?: string | undefined;
  /** Forms that do not block a running application, in files of their own where they need them; default true. */
  readonly online?: boolean;
  readonly signal?: AbortSignal;
  /** Where answers of Postgres are kept; without one, everything is asked again. It can be deleted at any time. */
  readonly cacheFolder?: string | undefined;
}

export function historyOf({ history, server, entities, signal }: CompareOptions) {
  return { history, server, schema: entities.schema, signal };
}
