import type { Step } from '../migrate/make-steps';

/** A step as a TypeORM migration in TypeScript, as retort and TypeORM's own generator write them. */
export function renderTypeormMigration(step: Step): string {
  const name = migrationClassName(step);
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`${step.up}\`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`${step.down}\`);
  }
}
`;
}

/** The registry beside the migrations, `index.ts`. */
export function renderRegistry(steps: readonly Step[]): string {
  return [
    ...steps.map((step) => `import { ${migrationClassName(step)} } from './${migrationStem(step)}';`),
    '',
    '/** Every migration, oldest first. */',
    'export const migrations = [',
    ...steps.map((step) => `  ${migrationClassName(step)},`),
    '];',
    '',
  ].join('\n');
}

/** The file's name without its extension. */
export function migrationStem({ timestamp, slug }: Step): string {
  return `${timestamp}_${slug}`;
}

function migrationClassName({ timestamp, slug }: Step): string {
  return `${slug.replaceAll(/(?:^|_)([a-z0-9])/g, (_, first: string) => first.toUpperCase())}${timestamp}`;
}
