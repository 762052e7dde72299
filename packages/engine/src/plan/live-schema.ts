import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

type Named =
  | 'tables'
  | 'views'
  | 'materializedViews'
  | 'enums'
  | 'domains'
  | 'composites'
  | 'ranges'
  | 'sequences'
  | 'routines'
  | 'statistics';

const kinds: { readonly [kind in Named]: string } = {
  tables: 'table',
  views: 'view',
  materializedViews: 'materialized view',
  enums: 'type',
  domains: 'domain',
  composites: 'type',
  ranges: 'type',
  sequences: 'sequence',
  routines: 'function',
  statistics: 'statistics',
};

/** The database in use, less what the history did not make. */
export function historyPart(live: Schema, from: Schema): Schema {
  const known = (kind: Named) => {
    const names = new Set((from[kind] as readonly QualifiedName[]).map(nameKey));
    return (object: QualifiedName) => names.has(nameKey(object));
  };
  const extensions = new Set(from.extensions.map(({ name }) => name));
  const namespaces = new Set(from.namespaces.map(({ name }) => name));
  return {
    ...live,
    namespaces: live.namespaces.filter(({ name }) => namespaces.has(name)),
    extensions: live.extensions.filter(({ name }) => extensions.has(name)),
    tables: live.tables.filter(known('tables')),
    views: live.views.filter(known('views')),
    materializedViews: live.materializedViews.filter(known('materializedViews')),
    enums: live.enums.filter(known('enums')),
    domains: live.domains.filter(known('domains')),
    composites: live.composites.filter(known('composites')),
    ranges: live.ranges.filter(known('ranges')),
    sequences: live.sequences.filter(known('sequences')),
    routines: live.routines.filter(known('routines')),
    statistics: live.statistics.filter(known('statistics')),
    typeormMetadata: from.typeormMetadata === null ? null : live.typeormMetadata,
    unmodelled: from.unmodelled,
  };
}

/** What is in the database in use and is neither the history's nor the models': a line each. */
export function leftAlone(live: Schema, from: Schema, to: Schema): readonly string[] {
  return (Object.keys(kinds) as Named[]).flatMap((kind) => {
    const known = new Set([...from[kind], ...to[kind]].map((object: QualifiedName) => nameKey(object)));
    return live[kind]
      .filter((object: QualifiedName) => !known.has(nameKey(object)))
      .map(
        ({ schema, name }: QualifiedName) =>
          `The ${kinds[kind]} ${schema}.${name} is neither the models' nor the history's: left alone.`,
      );
  });
}
