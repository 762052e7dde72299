const made: unique symbol = Symbol('sql');

/** SQL text that is safe to send: it was written in our source, quoted by us, or handed over by `trusted`. */
export interface Sql {
  readonly [made]: true;
  readonly text: string;
}

/**
 * Joins literal SQL and fragments; a plain string does not compile, so nothing is interpolated unquoted.
 *
 * @example sql`ALTER TABLE ${qualified('public', 'users')} DROP COLUMN ${identifier('name')}`
 */
export function sql(texts: TemplateStringsArray, ...fragments: readonly Sql[]): Sql {
  let text = texts[0] as string;
  fragments.forEach((fragment, index) => {
    text += fragment.text + (texts[index + 1] as string);
  });
  return trusted(text);
}

/** A quoted name. */
export function identifier(name: string): Sql {
  return trusted(`"${name.replaceAll('"', '""')}"`);
}

/** A quoted name with the schema it lives in. */
export function qualified(schema: string, name: string): Sql {
  return sql`${identifier(schema)}.${identifier(name)}`;
}

/** A quoted value. Backslashes make an escape string, so that `standard_conforming_strings` does not matter. */
export function literal(value: string | number | boolean | null): Sql {
  if (value === null) return trusted('NULL');
  if (typeof value !== 'string') return trusted(String(value));
  const quoted = `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  return trusted(value.includes('\\') ? `E${quoted}` : quoted);
}

/** The one other door: text that Postgres printed from its catalog, or that the author of a migration wrote. */
export function trusted(text: string): Sql {
  return { [made]: true, text };
}

export const nothing: Sql = trusted('');

/** The fragments with `separator` between them; empty ones are left out. */
export function join(fragments: readonly Sql[], separator = ', '): Sql {
  return trusted(
    fragments
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(separator),
  );
}
