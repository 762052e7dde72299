import { diffAccess } from '../diff/diff-access';
import { areSame } from '../schema/find-differences';
import type { QualifiedName } from '../schema/qualified-name';
import type { Schema } from '../schema/schema';
import type { TypeormMetadataRow } from '../schema/typeorm-metadata';
import { metadataUnits, namedUnit, UnitBook, type UnitKey } from './unit';
import { type UnitEdges, unitEdges } from './unit-edges';
import { unitValues } from './unit-values';

/** Units of a schema that can be without the rest of it. */
export type Part = ReadonlySet<UnitKey>;

export interface Change {
  readonly from: Schema;
  readonly to: Schema;
  /** All that is in the database of `from`, where that is more than is compared. */
  readonly around?: Schema;
  /** `from` under its new names, where that is another. */
  readonly renamed?: Schema;
}

/**
 * What a change from one schema to another can touch: what differs, what depends on that, and what all of these need.
 * Nothing outside it can be refused, taken along or spelt anew because of the change: Postgres knows of no other ties.
 *
 * @see https://www.postgresql.org/docs/current/ddl-depend.html
 */
export function findPart({ from, to, around = from, renamed = from }: Change): Part {
  const stages = renamed === from ? [from] : [from, renamed];
  const differing = stages.flatMap((stage) => differingUnits(stage, to));
  const edges = [around, ...stages.slice(1), to].map(unitEdges);
  return completed(edges, [...edges.flatMap(({ neededBy }) => [...reached(differing, neededBy)])]);
}

/** The same for units that are about to change, in one schema. */
export function partAround(schema: Schema, changing: Iterable<UnitKey>): Part {
  const edges = unitEdges(schema);
  return completed([edges], [...reached(changing, edges.neededBy)]);
}

/** With all that they need, in every schema that they are in. */
function completed(edges: readonly UnitEdges[], units: readonly UnitKey[]): Part {
  let part: ReadonlySet<UnitKey> = new Set(units);
  for (let size = -1; size !== part.size; ) {
    size = part.size;
    for (const { needs } of edges) part = reached(part, needs);
  }
  return part;
}

function reached(
  start: Iterable<UnitKey>,
  edges: ReadonlyMap<UnitKey, ReadonlySet<UnitKey>>,
): ReadonlySet<UnitKey> {
  const found = new Set(start);
  // A set that is added to while it is walked through is walked through to its end.
  for (const unit of found) for (const next of edges.get(unit) ?? []) found.add(next);
  return found;
}

/** The units that one of the schemas has otherwise than the other, or alone. */
export function differingUnits(from: Schema, to: Schema): readonly UnitKey[] {
  const [fromValues, toValues] = [unitValues(from), unitValues(to)];
  const changed = [...fromValues].filter(([key, { kind, value }]) => {
    const other = toValues.get(key);
    return other === undefined || !areSame(kind, value, other.value);
  });
  const made = [...toValues.keys()].filter((key) => !fromValues.has(key));
  return [
    ...changed.map(([key]) => key),
    ...made,
    ...unitsSpeltOtherwise(from, to),
    ...unitsGivenMore(from, to),
  ];
}

function unitsGivenMore(from: Schema, to: Schema): readonly UnitKey[] {
  return diffAccess(from, to).map(({ on }) => UnitBook.of(to).unitOf(on));
}

/** What is the same to Postgres, and of which TypeORM keeps another spelling. */
function unitsSpeltOtherwise(from: Schema, to: Schema): readonly UnitKey[] {
  const [fromRows, toRows] = [rowsOf(from), rowsOf(to)];
  return [
    ...[...fromRows].filter(([key]) => !toRows.has(key)),
    ...[...toRows].filter(([key]) => !fromRows.has(key)),
  ].flatMap(([, row]) => metadataUnits(row));
}

function rowsOf({ typeormMetadata }: Schema): ReadonlyMap<string, TypeormMetadataRow> {
  return new Map((typeormMetadata?.rows ?? []).map((row) => [JSON.stringify(row), row]));
}

/** Whether a relation is in the part. */
export function hasRelation(part: Part, relation: QualifiedName): boolean {
  return relationKinds.some((kind) => part.has(namedUnit(kind, relation)));
}

const relationKinds = ['table', 'view', 'materializedView', 'composite'] as const;
