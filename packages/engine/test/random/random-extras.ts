import fc from 'fast-check';
import { tableCount } from './random-names';
import { schemaExtras } from './schema-extras';
import { tableExtras } from './table-extras';

/** What a schema has besides: of each sort of `tableExtras` and `schemaExtras` one or none. */
export interface RandomExtras {
  readonly tables: readonly (readonly (Extra | null)[])[];
  readonly schema: readonly (Extra | null)[];
  /** Which tables are in another schema than `public`, and which enums are there or bear another name. */
  readonly movedTables: readonly boolean[];
  readonly movedEnums: readonly boolean[];
  readonly renamedEnums: readonly boolean[];
}

export interface Extra {
  readonly variant: number;
  /** By position: the column or the table that it is about. */
  readonly position: number;
}

const extra = fc.option(fc.record<Extra>({ variant: fc.nat(11), position: fc.nat(4) }), { freq: 2 });
const listOf = <T>(one: fc.Arbitrary<T>, length: number) =>
  fc.array(one, { minLength: length, maxLength: length });
const rarely = fc.nat(7).map((number) => number === 0);

const randomExtras = fc.record<RandomExtras>({
  tables: listOf(listOf(extra, Object.keys(tableExtras).length), tableCount),
  schema: listOf(extra, Object.keys(schemaExtras).length),
  movedTables: listOf(rarely, tableCount),
  movedEnums: listOf(rarely, 2),
  renamedEnums: listOf(rarely, 2),
});

/** Before and after; much is the same, and each change is of one by itself. */
export const randomExtrasEdit = fc
  .tuple(randomExtras, randomExtras, listOf(fc.nat(3), 67))
  .map(([from, other, changed]) => {
    let at = 0;
    const pick = <T>(one: readonly T[], another: readonly T[]): T[] =>
      one.map((value, index) => (changed[at++ % changed.length] === 0 ? (another[index] as T) : value));
    const to: RandomExtras = {
      tables: from.tables.map((one, index) => pick(one, other.tables[index] ?? [])),
      schema: pick(from.schema, other.schema),
      movedTables: pick(from.movedTables, other.movedTables),
      movedEnums: pick(from.movedEnums, other.movedEnums),
      renamedEnums: pick(from.renamedEnums, other.renamedEnums),
    };
    return { from, to };
  });
