import type { ColumnType, Conversion } from '../operations/change-type';
import type { DataType } from '../schema/data-type';
import { identifier, sql, trusted } from '../sql/sql';

/** The type that a domain is of; any other type as it is. */
export type Below = (type: DataType) => DataType;

/** What Postgres can make of the values of a column whose type changes. `null`: nothing, without being told how. */
export function typeConversion(
  column: string,
  { type: from }: ColumnType,
  { type: to }: ColumnType,
  below: Below,
): Conversion | null {
  if (from.text === to.text) return unchanged;
  const [fromBelow, toBelow] = [below(from), below(to)];
  const conversion =
    fromBelow.text === toBelow.text ? unchanged : plainConversion(column, fromBelow, toBelow);
  return conversion === null || to.kind !== 'domain' ? conversion : intoDomain(column, conversion, to);
}

const unchanged: Conversion = { using: null, cost: 'free', loses: null };

/** The checks of a domain may refuse any value. */
function intoDomain(column: string, { using, loses }: Conversion, { text }: DataType): Conversion {
  const value = using === null ? identifier(column) : sql`(${trusted(using)})`;
  return { using: sql`${value}::${trusted(text)}`.text, cost: 'mayFail', loses };
}

function plainConversion(column: string, from: DataType, to: DataType): Conversion | null {
  if (from.isArray !== to.isArray) return arrayConversion(column, from, to);
  const conversion = scalarConversion(column, from, to);
  // Postgres rewrites an array even where its elements are the same bits.
  return conversion?.cost === 'free' && from.isArray ? { ...conversion, cost: 'rewrite' } : conversion;
}

type Family = 'number' | 'string' | 'time' | 'json' | 'network' | 'bits';

const families: Readonly<Record<string, Family>> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float4: 'number',
  float8: 'number',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  timestamp: 'time',
  timestamptz: 'time',
  date: 'time',
  time: 'time',
  timetz: 'time',
  json: 'json',
  jsonb: 'json',
  inet: 'network',
  cidr: 'network',
  bit: 'bits',
  varbit: 'bits',
};

function scalarConversion(column: string, from: DataType, to: DataType): Conversion | null {
  const cast = (using: string | null, cost: Conversion['cost'], loses: string | null = null): Conversion => ({
    using,
    cost,
    loses,
  });
  const explicit = sql`${identifier(column)}::${trusted(to.text)}`.text;
  const throughText =
    sql`${identifier(column)}::${trusted(from.isArray ? 'text[]' : 'text')}::${trusted(to.text)}`.text;
  const fromName = from.base.name;
  const toName = to.base.name;

  if (from.kind === 'enum' && to.kind === 'enum') return cast(throughText, 'mayFail');
  if (to.kind === 'enum') return isBase(from) ? cast(throughText, 'mayFail') : null;
  if (fromName === toName && from.base.schema === to.base.schema) return sameType(column, from, to);

  const fromFamily = families[fromName];
  const toFamily = families[toName];
  if (toName === 'bytea' || fromName === 'bytea') return bytesConversion(column, from, to);
  // Whether words are to be found or taken as they stand, only a person can say.
  if (toName === 'tsvector' || toName === 'tsquery') return null;
  if (toFamily === 'string') {
    const fits =
      fromFamily === 'string' ? stringFit(from, to) : to.modifiers === null ? 'rewrite' : 'mayFail';
    const sameBits =
      fromName === 'xml' && (toName === 'text' || (toName === 'varchar' && to.modifiers === null));
    return cast(null, sameBits ? 'free' : fits);
  }
  if (fromFamily === 'string') {
    return isBase(to) ? cast(explicit, 'mayFail') : null;
  }
  if (fromFamily === 'number' && toFamily === 'number') return cast(null, ...numberFit(from, to));
  if (fromFamily === 'time' && toFamily === 'time') return timeConversion(column, from, to);
  // What jsonb drops of a json (spacing, order and doubles of keys) is not what a value means.
  if (fromFamily === 'json' && toFamily === 'json') return cast(null, 'rewrite');
  if (fromFamily === 'network' && toFamily === 'network') {
    return toName === 'inet'
      ? cast(null, 'free')
      : cast(null, 'rewrite', 'The bits of an address right of its netmask are gone.');
  }
  if (fromFamily === 'bits' && toFamily === 'bits') {
    if (toName !== 'varbit' || !widened(from, to)) return cast(null, 'mayFail');
    return cast(null, to.modifiers === null ? 'free' : 'rewrite');
  }
  if (fromName === 'bool' && fromFamily === undefined && toFamily === 'number') {
    return cast(sql`${identifier(column)}::integer::${trusted(to.text)}`.text, 'rewrite');
  }
  if (fromFamily === 'number' && toName === 'bool') {
    return cast(sql`(${identifier(column)} <> 0)`.text, 'rewrite', 'Which number stood for true is gone.');
  }
  return null;
}

/** A text and its bytes in UTF-8. Postgres's own cast takes backslashes and gives hexadecimal digits. */
function bytesConversion(column: string, from: DataType, to: DataType): Conversion | null {
  if (from.isArray) return null;
  const name = identifier(column);
  if (families[from.base.name] === 'string')
    return { using: sql`convert_to(${name}::text, 'UTF8')`.text, cost: 'rewrite', loses: null };
  return families[to.base.name] === 'string'
    ? { using: sql`convert_from(${name}, 'UTF8')::${trusted(to.text)}`.text, cost: 'mayFail', loses: null }
    : null;
}

function isBase({ kind }: DataType): boolean {
  return kind === 'base' || kind === 'range' || kind === 'multirange';
}

/** The same type with other modifiers: `numeric(10,2)`, `varchar(20)`, `timestamp(3)`. */
function sameType(column: string, from: DataType, to: DataType): Conversion {
  const name = to.base.name;
  switch (name) {
    case 'varchar':
    case 'bpchar':
      return { using: null, cost: name === 'varchar' ? stringFit(from, to) : charFit(from, to), loses: null };
    case 'varbit':
      return { using: null, cost: widened(from, to) ? 'free' : 'mayFail', loses: null };
    case 'numeric': {
      const [cost, loses] = numericFit(from, to);
      return { using: null, cost, loses };
    }
    case 'timestamp':
    case 'timestamptz':
    case 'time':
    case 'timetz':
    case 'interval':
      return widened(from, to)
        ? { using: null, cost: 'free', loses: null }
        : { using: null, cost: 'rewrite', loses: digitsLost(column, to) };
    default:
      return { using: null, cost: 'mayFail', loses: null };
  }
}

function digitsLost(column: string, { text }: DataType): string {
  return `The digits of ${column} that ${text} has no place for are gone.`;
}

/** Whether the one modifier that a type takes leaves at least as much room as before. */
function widened(from: DataType, to: DataType): boolean {
  if (to.modifiers === null) return true;
  return from.modifiers !== null && Number(to.modifiers) >= Number(from.modifiers);
}

function stringFit(from: DataType, to: DataType): Conversion['cost'] {
  if (from.base.name === 'bpchar' || to.base.name === 'bpchar') {
    return to.modifiers === null || widened(from, to) ? 'rewrite' : 'mayFail';
  }
  if (widened(from, to)) return 'free';
  return 'mayFail';
}

function charFit(from: DataType, to: DataType): Conversion['cost'] {
  return widened(from, to) ? 'rewrite' : 'mayFail';
}

const wholeNumbers = ['int2', 'int4', 'int8'];

function numberFit(from: DataType, to: DataType): readonly [Conversion['cost'], string | null] {
  const fromSize = wholeNumbers.indexOf(from.base.name);
  const toSize = wholeNumbers.indexOf(to.base.name);
  if (fromSize >= 0 && toSize >= 0) return [toSize > fromSize ? 'rewrite' : 'mayFail', null];
  if (toSize >= 0) return ['mayFail', 'The digits behind the point are gone.'];
  if (to.base.name === 'numeric') {
    if (to.modifiers === null) return ['rewrite', null];
    const scale = Number(to.modifiers.split(',')[1] ?? '0');
    return ['mayFail', fromSize < 0 ? `Digits beyond ${scale} behind the point are gone.` : null];
  }
  const exact =
    from.base.name === 'float4' ||
    from.base.name === 'int2' ||
    (from.base.name === 'int4' && to.base.name === 'float8');
  const mayOverflow =
    (from.base.name === 'numeric' && from.modifiers === null) ||
    (from.base.name === 'float8' && to.base.name === 'float4') ||
    (from.base.name === 'numeric' && to.base.name === 'float4');
  return [
    mayOverflow ? 'mayFail' : 'rewrite',
    exact ? null : `Digits that ${to.text} has no place for are gone.`,
  ];
}

function numericFit(from: DataType, to: DataType): readonly [Conversion['cost'], string | null] {
  if (to.modifiers === null) return ['free', null];
  const [toPrecision = 0, toScale = 0] = to.modifiers.split(',').map(Number);
  if (from.modifiers === null) return ['mayFail', `Digits beyond ${toScale} behind the point are gone.`];
  const [fromPrecision = 0, fromScale = 0] = from.modifiers.split(',').map(Number);
  const fits = toPrecision - toScale >= fromPrecision - fromScale;
  if (toScale === fromScale) return [fits ? 'free' : 'mayFail', null];
  if (toScale > fromScale) return [fits ? 'rewrite' : 'mayFail', null];
  return [fits ? 'rewrite' : 'mayFail', `Digits beyond ${toScale} behind the point are gone.`];
}

function timeConversion(column: string, from: DataType, to: DataType): Conversion | null {
  const conversion = betweenTimes(column, from, to);
  const keepsDigits = from.base.name === 'date' || to.base.name === 'date' || widened(from, to);
  return conversion === null || conversion.loses !== null || keepsDigits
    ? conversion
    : { ...conversion, loses: digitsLost(column, to) };
}

/** Between `timestamp` and `timestamptz` Postgres would take the session's time zone; UTC is said, so that all sessions agree. */
function betweenTimes(column: string, from: DataType, to: DataType): Conversion | null {
  const name = identifier(column);
  const atUtc = sql`${name} AT TIME ZONE 'UTC'`;
  const conversion = `${from.base.name} ${to.base.name}`;
  const lost = (what: string) => `The ${what} of ${column} is gone.`;
  const array = from.isArray;
  switch (conversion) {
    case 'timestamp timestamptz':
    case 'timestamptz timestamp':
      return array ? null : { using: atUtc.text, cost: 'rewrite', loses: null };
    case 'date timestamp':
      return { using: null, cost: 'rewrite', loses: null };
    case 'date timestamptz':
      return array
        ? null
        : { using: sql`${name}::timestamp AT TIME ZONE 'UTC'`.text, cost: 'rewrite', loses: null };
    case 'timestamp date':
      return { using: null, cost: 'rewrite', loses: lost('time of day') };
    case 'timestamptz date':
      return array
        ? null
        : { using: sql`(${atUtc})::date`.text, cost: 'rewrite', loses: lost('time of day') };
    case 'timestamp time':
      return { using: null, cost: 'rewrite', loses: lost('date') };
    case 'time timetz':
      return { using: null, cost: 'rewrite', loses: null };
    case 'timetz time':
      return { using: null, cost: 'rewrite', loses: lost('time zone') };
    default:
      return null;
  }
}

function arrayConversion(column: string, from: DataType, to: DataType): Conversion | null {
  if (from.isArray) return null;
  const element = scalarConversion(column, from, {
    ...to,
    text: to.text.slice(0, -'[]'.length),
    isArray: false,
  });
  if (element === null) return null;
  const name = identifier(column);
  const value = element.using === null ? name : trusted(element.using);
  return {
    using: sql`CASE WHEN ${name} IS NOT NULL THEN ARRAY[${value}]::${trusted(to.text)} END`.text,
    cost: element.cost === 'mayFail' ? 'mayFail' : 'rewrite',
    loses: element.loses,
  };
}
