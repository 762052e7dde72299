import { compareText, sortByName } from '../read/by-name';
import type { Schema } from '../schema/schema';
import { unmodelledKey } from '../schema/unmodelled';

/**
 * An extension, an empty schema, or something of a kind that is not compared, which a migration made and no model needs:
 * there is no word for "this one is not wanted", so it is kept. `before` is what was there before anything got another
 * name: a schema that is empty since then has served its time.
 */
export function keepWhatNobodyMade(from: Schema, to: Schema, before: Schema = from): Schema {
  const extensions = new Set(to.extensions.map(({ name }) => name));
  const namespaces = new Set(to.namespaces.map(({ name }) => name));
  const inhabited = new Set([...inhabitedSchemas(from), ...inhabitedSchemas(before)]);
  const keptExtensions = from.extensions.filter(({ name }) => !extensions.has(name));
  const needed = new Set(keptExtensions.map(({ schema }) => schema));
  const declared = new Set(to.unmodelled.map(unmodelledKey));
  return {
    ...to,
    unmodelled: [
      ...to.unmodelled,
      ...from.unmodelled.filter((object) => !declared.has(unmodelledKey(object))),
    ].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.name, b.name)),
    extensions: sortByName([...to.extensions, ...keptExtensions]),
    namespaces: sortByName([
      ...to.namespaces,
      ...from.namespaces.filter(
        ({ name }) => !namespaces.has(name) && (!inhabited.has(name) || needed.has(name)),
      ),
    ]),
  };
}

function inhabitedSchemas(schema: Schema): readonly string[] {
  return [
    schema.tables,
    schema.views,
    schema.materializedViews,
    schema.enums,
    schema.domains,
    schema.composites,
    schema.ranges,
    schema.sequences,
    schema.routines,
  ].flatMap((objects) => objects.map(({ schema: name }) => name));
}
