import type { Schema } from '../schema/schema';

/**
 * An extension, or an empty schema, that a migration made and no model needs: TypeORM has no word for "this one is not
 * wanted", so it is kept.
 */
export function keepWhatNobodyMade(from: Schema, to: Schema): Schema {
  const extensions = new Set(to.extensions.map(({ name }) => name));
  const namespaces = new Set(to.namespaces.map(({ name }) => name));
  const inhabited = new Set(
    [
      from.tables,
      from.views,
      from.materializedViews,
      from.enums,
      from.domains,
      from.composites,
      from.ranges,
      from.sequences,
      from.routines,
    ].flatMap((objects) => objects.map(({ schema }) => schema)),
  );
  const keptExtensions = from.extensions.filter(({ name }) => !extensions.has(name));
  const needed = new Set(keptExtensions.map(({ schema }) => schema));
  return {
    ...to,
    extensions: [...to.extensions, ...keptExtensions].sort((a, b) => (a.name < b.name ? -1 : 1)),
    namespaces: [
      ...to.namespaces,
      ...from.namespaces.filter(
        ({ name }) => !namespaces.has(name) && (!inhabited.has(name) || needed.has(name)),
      ),
    ].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
