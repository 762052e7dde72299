import type { RandomSchema } from './random-schema';

export const tableCount = 3;
export const columnNames = ['plain', 'Upper Case', 'it"s', 'select', 'größe'] as const;
export function tableName({ renamed }: RandomSchema, index: number): string {
  return renamed?.tables[index] === true ? `Renamed ${index}` : `t${index}`;
}

/** In a schema of its own, or in `public`. */
export function tablePath(schema: RandomSchema, index: number): readonly string[] {
  const isMoved = schema.extras?.movedTables[index] === true;
  return [...(isMoved ? ['Other One'] : []), tableName(schema, index)];
}

export function enumPath({ extras }: RandomSchema, index: number): readonly string[] {
  const name = extras?.renamedEnums[index] === true ? `E ${index}` : `e${index}`;
  return [...(extras?.movedEnums[index] === true ? ['Other One'] : []), name];
}

/** A type as `columnTypes` writes it, with the enum under the name that it has. */
export function typeSql(schema: RandomSchema, type: string): string {
  return type.replace(/^e([01])\b/, (_all, index: string) => pathSql(enumPath(schema, Number(index))));
}

export function pathSql(path: readonly string[]): string {
  return path.map(identifier).join('.');
}

export function columnName({ renamed }: RandomSchema, index: number, at: number): string {
  const name = columnNames[at] ?? '';
  return renamed?.columns[index]?.[at] === true ? `${name} 2` : name;
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
