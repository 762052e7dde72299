import { type MigrationName, migrationClassName } from '../history/migration-name';
import type { WrittenStatement } from './statement';

export interface MigrationSource {
  readonly name: MigrationName;
  readonly up: readonly WrittenStatement[];
  readonly down: readonly WrittenStatement[];
  /** False: TypeORM runs it outside a transaction. */
  readonly transaction?: boolean;
}

/** A generated migration as TypeScript: a plain TypeORM migration, one statement a call. */
export function renderMigration({ name, up, down, transaction = true }: MigrationSource): string {
  const className = migrationClassName(name);
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  readonly name = '${className}';
${transaction ? '' : '  readonly transaction = false;\n'}
  async up(queryRunner: QueryRunner): Promise<void> {
${renderStatements(up)}
  }

  async down(queryRunner: QueryRunner): Promise<void> {
${renderStatements(down)}
  }
}
`;
}

/** A hand-written migration's file. Its `up` and `down` throw until they are written, so that a forgotten `down` cannot pass for one. */
export function renderManualMigration(name: MigrationName): string {
  const className = migrationClassName(name);
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  readonly name = '${className}';

  async up(_queryRunner: QueryRunner): Promise<void> {
    // await _queryRunner.query(\`UPDATE users SET display_name = email WHERE display_name IS NULL\`);
    throw new Error('${notWritten('up')}');
  }

  async down(_queryRunner: QueryRunner): Promise<void> {
    throw new Error('${notWritten('down')}');
  }
}
`;
}

/** What a hand-written migration says until its author has written it. */
export function notWritten(direction: 'up' | 'down'): string {
  return `The ${direction} of this migration is not written yet.`;
}

function renderStatements(statements: readonly WrittenStatement[]): string {
  return statements
    .map(({ sql, comments = [] }) =>
      [
        ...comments.map((comment) => `    // ${comment}`),
        `    await queryRunner.query(${templateLiteral(sql)});`,
      ].join('\n'),
    )
    .join('\n\n');
}

function templateLiteral(sql: string): string {
  const escaped = sql.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
  if (!escaped.includes('\n')) return `\`${escaped}\``;
  return `\`\n${escaped}\n\``;
}
