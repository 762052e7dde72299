import type { DataType } from '../../schema/data-type';
import { literal, sql, trusted } from '../../sql/sql';

/** A neutral value of a type, for a column that may not be NULL and whose values are gone; `null` where there is none. */
export function filler(type: DataType, firstLabel: string | null): string | null {
  if (type.isArray) return sql`'{}'::${trusted(type.text)}`.text;
  const cast = (value: string) => sql`${literal(value)}::${trusted(type.text)}`.text;
  if (type.kind === 'enum') return firstLabel === null ? null : cast(firstLabel);
  if (type.kind === 'range' || type.kind === 'multirange')
    return cast(type.kind === 'range' ? 'empty' : '{}');
  if (type.kind !== 'base') return null;
  switch (type.base.name) {
    case 'int2':
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float4':
    case 'float8':
    case 'money':
      return '0';
    case 'text':
    case 'varchar':
    case 'bpchar':
    case 'bytea':
    case 'citext':
    case 'tsvector':
    case 'hstore':
      return "''";
    case 'bit':
      return sql`${literal('0'.repeat(Number(type.modifiers ?? 1)))}`.text;
    case 'varbit':
      return "''";
    case 'bool':
      return 'false';
    case 'json':
    case 'jsonb':
      return "'{}'";
    case 'uuid':
      return "'00000000-0000-0000-0000-000000000000'";
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return "'epoch'";
    case 'time':
    case 'timetz':
      return "'00:00'";
    case 'interval':
      return "'0'";
    case 'inet':
    case 'cidr':
      return "'0.0.0.0'";
    case 'point':
      return "'(0,0)'";
    case 'xml':
      return "''";
    default:
      return null;
  }
}
