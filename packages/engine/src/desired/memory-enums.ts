import type { DataSource } from 'typeorm';
import type { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner';
import type { Table } from 'typeorm/schema-builder/table/Table';
import type { TableColumn } from 'typeorm/schema-builder/table/TableColumn';
import { RetortError } from '../errors/retort-error';
import type { QualifiedName } from '../schema/qualified-name';
import type { DeclaredEnum } from './entity-statements';

interface EnumColumn {
  readonly table: Table;
  readonly column: TableColumn;
  /** Not where TypeORM was told to leave its table alone. */
  readonly isManaged: boolean;
}

/** The enums of the tables that TypeORM has written statements of. */
export class MemoryEnums {
  readonly declared: DeclaredEnum[] = [];
  /** Those that only tables have that TypeORM was told to leave alone. */
  readonly unmanaged: QualifiedName[] = [];
  readonly #dataSource: DataSource;
  readonly #runner: PostgresQueryRunner;
  readonly #labelsByName = new Map<string, string>();

  constructor(dataSource: DataSource, runner: PostgresQueryRunner) {
    this.#dataSource = dataSource;
    this.#runner = runner;
  }

  /** Whether the enum of a column has been declared, as TypeORM asks before it declares it. */
  has({ table, column, isManaged }: EnumColumn): boolean {
    const name = this.#nameOf(table, column);
    const labels = JSON.stringify(column.enum);
    const known = this.#labelsByName.get(name);
    if (known === labels) return true;
    const type = this.#qualifiedName(table, column);
    if (known !== undefined) throw differentLabels(type, known, labels, `${table.name}.${column.name}`);
    if (!isManaged) this.unmanaged.push(type);
    this.declared.push({ ...type, labels: column.enum ?? [] });
    this.#labelsByName.set(name, labels);
    return false;
  }

  #qualifiedName(table: Table, column: TableColumn): QualifiedName {
    const { driver } = this.#dataSource;
    return {
      schema: driver.parseTableName(table).schema ?? driver.schema ?? 'public',
      name: this.#nameOf(table, column, false, true),
    };
  }

  #nameOf(...values: readonly unknown[]): string {
    return Reflect.apply(Reflect.get(this.#runner, 'buildEnumName'), this.#runner, values);
  }
}

function differentLabels(
  { schema, name }: QualifiedName,
  first: string,
  second: string,
  column: string,
): RetortError {
  return new RetortError({
    what: `Two columns declare the enum ${schema}.${name} with different labels: ${first} and ${second}.`,
    at: `the column ${column}`,
    next: `Give both columns the same enum, or one of them another enumName than ${name}.`,
  });
}
