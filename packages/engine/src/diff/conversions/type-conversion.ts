import type { ColumnType, Conversion } from '../../operations/columns/change-type';
import type { DataType } from '../../schema/data-type';
import { identifier, sql, trusted } from '../../sql/sql';
import { charFit, digitsLost, stringFit, widened } from './modifier-fit';
import { numberFit, numericFit } from './number-fit';
import { timeConversion } from './time-conversion';

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
  // The checks of a domain may refuse any value. A cast that is not written cuts none off to the domain's length.
  return conversion === null || to.kind !== 'domain' ? conversion : { ...conversion, cost: 'mayFail' };
}

const unchanged: Conversion = { using: null, cost: 'free', loses: null };

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
    const number = sql`${identifier(column)}::integer`;
    return cast(toName === 'int4' ? number.text : sql`${number}::${trusted(to.text)}`.text, 'rewrite');
  }
  if (fromFamily === 'number' && toName === 'bool') {
    return cast(sql`(${identifier(column)} <> 0)`.text, 'rewrite', 'Which number stood for true is gone.');
  }
  return null;
}

export function isText({ base }: DataType): boolean {
  return families[base.name] === 'string';
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
    case 'bit':
      // Postgres fills up and cuts off where it is told to alone.
      return {
        using: sql`${identifier(column)}::${trusted(to.text)}`.text,
        cost: 'rewrite',
        loses: widened(from, to) ? null : `The bits of ${column} that ${to.text} has no place for are gone.`,
      };
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

function arrayConversion(column: string, from: DataType, to: DataType): Conversion | null {
  // Whether a text is one value or several with commas between, only a person can say.
  if (from.isArray || isText(from)) return null;
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
