import type { RandomSchema } from './random-schema';

export const columnNames = ['plain', 'Upper Case', 'it"s', 'select', 'größe'] as const;
export function tableName({ renamed }: RandomSchema, index: number): string {
  return renamed?.tables[index] === true ? `Renamed ${index}` : `t${index}`;
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
