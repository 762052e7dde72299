import type { MaterializedView } from '../../schema/view';
import { nothing, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';

/** Computes the rows of a materialized view again, which was made before what it reads was all there. */
export interface RefreshMaterializedView {
  readonly kind: 'refreshMaterializedView';
  readonly view: MaterializedView;
  /** Then it does nothing: what was there before is made again, with its rows. */
  readonly isWayBack: boolean;
}

function renderRefreshMaterializedView({ view, isWayBack }: RefreshMaterializedView): readonly Statement[] {
  if (isWayBack) return [];
  const [name, table] = [displayName(view), { schema: view.schema, name: view.name }];
  const blocksReads = {
    kind: 'blocksReads',
    text: `Blocks reads of ${name} while its rows are computed.`,
    table,
  } as const;
  const readable = canBeReadMeanwhile(view);
  return [
    statement(
      `Compute the rows of ${name} again, now that all have their values`,
      sql`REFRESH MATERIALIZED VIEW ${readable ? sql`CONCURRENTLY ` : nothing}${qualified(view.schema, view.name)}`,
      { transactional: false, hazards: readable ? [] : [blocksReads] },
    ),
  ];
}

/** @see https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html */
function canBeReadMeanwhile({ indexes }: MaterializedView): boolean {
  return indexes.some(
    ({ unique, predicate, keys }) =>
      unique && predicate === null && keys.every(({ kind }) => kind === 'column'),
  );
}

export const refreshMaterializedView: Definition<RefreshMaterializedView, RefreshMaterializedView> = {
  render: renderRefreshMaterializedView,
  reverse: (operation) => ({ ...operation, isWayBack: !operation.isWayBack }),
  effects: ({ view }) => ({ needs: [{ kind: 'materializedView', schema: view.schema, name: view.name }] }),
};
