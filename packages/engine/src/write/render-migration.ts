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
${renderDirection('up', up)}

${renderDirection('down', down)}
}
`;
}

function renderDirection(direction: 'up' | 'down', statements: readonly WrittenStatement[]): string {
  const parameter = statements.length === 0 ? '_queryRunner' : 'queryRunner';
  return `  async ${direction}(${parameter}: QueryRunner): Promise<void> {
${renderStatements(statements)}
  }`;
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
        ...comments.flatMap(linesOf).map((line) => `    // ${line}`),
        `    await queryRunner.query(${templateLiteral(sql)});`,
      ].join('\n'),
    )
    .join('\n\n');
}

/** What ends a line for TypeScript would end the comment too. */
function linesOf(comment: string): readonly string[] {
  return comment.split(/\r\n|[\r\n\u2028\u2029]/);
}

/** A template literal whose value is the SQL, on lines of its own where it has several. */
function templateLiteral(sql: string): string {
  const escaped = sql
    .replaceAll('\\', '\\\\')
    .replaceAll('`', '\\`')
    .replaceAll('${', '\\${')
    // Written as it is, JavaScript would read it as a line feed.
    .replaceAll('\r', '\\r');
  if (!escaped.includes('\n')) return `\`${escaped}\``;
  if (!isSafeToIndent(sql)) return `\`\n${escaped}\n\``;
  return `\`\n${escaped.replace(/^(?=.)/gm, ' '.repeat(6))}\n${' '.repeat(4)}\``;
}

/** White space means nothing between tokens; in a string, a quoted name or a function's body that spans lines it does. */
function isSafeToIndent(sql: string): boolean {
  if (/[$\\]|--|\/\*/.test(sql)) return false;
  let quote = '';
  for (const character of sql) {
    if (character === '\n' && quote !== '') return false;
    if (character === quote) quote = '';
    else if (quote === '' && (character === "'" || character === '"')) quote = character;
  }
  return true;
}
