/** The check behind a `StringEnum` column. The order in which the values are declared has no meaning, so it has none here. */
export function stringEnumCheck(columnName: string, values: readonly string[]): string {
  return `${quoteName(columnName)} IN (${[...values].sort().map(quoteText).join(', ')})`;
}

/** The column's name where `expression` is what `stringEnumCheck` writes. */
export function columnOfStringEnumCheck(expression: string): string | undefined {
  const match = /^"((?:[^"]|"")+)" IN \('(?:[^']|'')*'(?:, '(?:[^']|'')*')*\)$/.exec(expression);
  return match?.[1]?.replaceAll('""', '"');
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
