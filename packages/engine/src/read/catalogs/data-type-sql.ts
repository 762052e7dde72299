import type { DataType } from '../../schema/data-type';

export interface DataTypeRow {
  readonly type_text: string;
  readonly type_schema: string;
  readonly type_name: string;
  readonly type_kind: string;
  readonly type_is_array: boolean;
  readonly type_has_modifiers: boolean;
}

/** The columns of a `DataTypeRow`; goes with `dataTypeJoins` of the same names. */
export function dataTypeColumns(type: string, modifier: string): string {
  return `format_type(${type}, ${modifier}) AS type_text, base_ns.nspname AS type_schema, base.typname AS type_name,
       base.typtype AS type_kind, base.oid <> declared.oid AS type_is_array, ${modifier} >= 0 AS type_has_modifiers`;
}

/** `declared` is the type itself, `base` of a true array its element's. */
export function dataTypeJoins(type: string): string {
  return `JOIN pg_type declared ON declared.oid = ${type}
  LEFT JOIN pg_type element ON element.oid = declared.typelem AND element.typarray = declared.oid
  JOIN pg_type base ON base.oid = coalesce(element.oid, declared.oid)
  JOIN pg_namespace base_ns ON base_ns.oid = base.typnamespace`;
}

export function toDataType(row: DataTypeRow): DataType {
  return {
    text: row.type_text,
    base: { schema: row.type_schema, name: row.type_name },
    kind: kindOf(row.type_kind),
    modifiers: row.type_has_modifiers ? modifiersOf(row.type_text) : null,
    isArray: row.type_is_array,
  };
}

function kindOf(typtype: string): DataType['kind'] {
  switch (typtype) {
    case 'b':
      return 'base';
    case 'e':
      return 'enum';
    case 'd':
      return 'domain';
    case 'c':
      return 'composite';
    case 'r':
      return 'range';
    case 'm':
      return 'multirange';
    case 'p':
      return 'pseudo';
    default:
      throw new Error(`pg_type.typtype '${typtype}' is unknown`);
  }
}

/** Postgres tells modifiers as text only: they stand in the brackets that are not part of a quoted name. */
function modifiersOf(text: string): string | null {
  return /\(([^()]*)\)/.exec(text.replaceAll(/"[^"]*"/g, ''))?.[1] ?? null;
}
