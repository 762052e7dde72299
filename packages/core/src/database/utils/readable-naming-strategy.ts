import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';
import { shortHash, shortName } from './short-name';
import { snakeCase } from './snake-case';
import { columnOfStringEnumCheck } from './string-enum-check';

/**
 * Names that say what they belong to: `pk_users`, `fk_widgets_owner_id_users`, `ix_widgets_owner_id`,
 * `uq_memberships_organization_id_user_id`, `ck_widgets_status`.
 *
 * A name is made of its own table, columns and expression only, so it never depends on what else there is or on the
 * order of anything. What TypeORM does not tell (the method of an index, whether it is unique) cannot be in a name:
 * two indexes over the same columns that differ in just that need a name of your own.
 */
export class ReadableNamingStrategy extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, givenName: string | undefined): string {
    return shortName(givenName ?? snakeCase(className));
  }

  override columnName(
    propertyName: string,
    givenName: string | undefined,
    embeddedPrefixes: string[],
  ): string {
    const prefixes = embeddedPrefixes.map(snakeCase);
    return shortName([...prefixes, givenName ?? snakeCase(propertyName)].join('_'));
  }

  override primaryKeyName(table: Table | string): string {
    return shortName(`pk_${plainName(table)}`);
  }

  override foreignKeyName(
    table: Table | string,
    columnNames: string[],
    referencedTable?: string,
    _referencedColumnNames?: string[],
  ): string {
    const referenced = referencedTable === undefined ? [] : [plainName(referencedTable)];
    return shortName(['fk', plainName(table), ...columnNames, ...referenced].join('_'));
  }

  override uniqueConstraintName(table: Table | string, columnNames: string[]): string {
    return shortName(['uq', plainName(table), ...columnNames].join('_'));
  }

  override relationConstraintName(table: Table | string, columnNames: string[], where?: string): string {
    return shortName(['uq', plainName(table), ...columnNames, ...predicate(where)].join('_'));
  }

  override indexName(table: Table | string, columnNames: string[], where?: string): string {
    return shortName(['ix', plainName(table), ...columnNames, ...predicate(where)].join('_'));
  }

  override checkConstraintName(table: Table | string, expression: string): string {
    const column = columnOfStringEnumCheck(expression);
    return shortName(
      ['ck', plainName(table), ...(column === undefined ? gist(expression) : [column])].join('_'),
    );
  }

  override exclusionConstraintName(table: Table | string, expression: string): string {
    return shortName(['ex', plainName(table), ...gist(expression)].join('_'));
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return shortName(`${snakeCase(relationName)}_${snakeCase(referencedColumnName)}`);
  }

  override joinTableName(
    firstTableName: string,
    _secondTableName: string,
    firstPropertyName: string,
  ): string {
    return shortName(`${plainName(firstTableName)}_${snakeCase(firstPropertyName.replaceAll('.', '_'))}`);
  }

  override joinTableColumnName(tableName: string, propertyName: string, columnName?: string): string {
    return shortName(`${plainName(tableName)}_${columnName ?? snakeCase(propertyName)}`);
  }

  override joinTableInverseColumnName(tableName: string, propertyName: string, columnName?: string): string {
    return this.joinTableColumnName(tableName, propertyName, columnName);
  }

  override joinTableColumnDuplicationPrefix(columnName: string, index: number): string {
    return shortName(`${columnName}_${index}`);
  }
}

/** The table's name without its schema. */
function plainName(table: Table | string): string {
  const name = typeof table === 'string' ? table : table.name;
  return name.slice(name.lastIndexOf('.') + 1);
}

function predicate(where: string | undefined): string[] {
  return where === undefined || where === '' ? [] : ['where', ...gist(where)];
}

/** The names that an expression speaks of, for the reader, and a hash of it all, which tells it from the next one. */
function gist(expression: string): string[] {
  const spaced = expression.trim().replaceAll(/\s+/g, ' ');
  const withoutTexts = spaced.replaceAll(/'(?:[^']|'')*'/g, ' ');
  const quoted = [...withoutTexts.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name = '']) => name);
  const names = quoted.length > 0 ? quoted : (withoutTexts.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const words = [...new Set(names.map((name) => name.toLowerCase()))].slice(0, 3);
  return [...words, shortHash(spaced)];
}
