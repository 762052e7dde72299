import type { RenamedThing } from '../answers/resolved-rename';
import { nameKey } from '../schema/name-key';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';

/** Whether the models have what is renamed under its old name too, with all its parts; else that is another, and new. */
export function isSameStill(
  { kind, from }: RenamedThing,
  history: Schema,
  models: { readonly schema: Schema; readonly name: QualifiedName },
): boolean {
  const before = partsOf(kind, from, history);
  const after = partsOf(kind, models.name, models.schema);
  return before !== undefined && after !== undefined && before.every((part) => after.includes(part));
}

/** The columns or labels of what bears the name; `undefined` where nothing does. */
function partsOf(
  kind: RenamedThing['kind'],
  name: QualifiedName,
  { tables, views, materializedViews, sequences, enums, composites, ranges, domains }: Schema,
): readonly string[] | undefined {
  const named = <T extends QualifiedName>(things: readonly T[]) =>
    things.find((one) => nameKey(one) === nameKey(name));
  switch (kind) {
    case 'table':
      return named(tables)?.columns.map((column) => column.name);
    case 'type':
      return named(enums)?.labels ?? (named([...composites, ...ranges, ...domains]) && []);
    case 'view':
      return named([...views, ...materializedViews]) && [];
    case 'sequence':
      return named(sequences) && [];
  }
}
