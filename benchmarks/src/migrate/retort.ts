import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypescript } from '../files/compile-typescript';
import { writeFiles } from '../files/write-files';
import { migrationStem, renderRegistry, renderTypeormMigration } from '../forms/typeorm-migration';
import { writeRetortProject } from '../generate/retort-project';
import { environmentOf, type Ground, homeFolder } from '../ground/ground';
import type { Runner } from './make-contestants';
import type { Step } from './make-steps';

/** `retort migrate`: of TypeScript with what it keeps between runs and without, and of JavaScript that is compiled beforehand. */
export function makeRetortRunners(ground: Ground, steps: readonly Step[]): readonly Runner[] {
  const make = (name: string, id: string, write: (root: string) => void, forgetful: boolean): Runner => {
    const root = join(ground.folder, `migrate-${id}`);
    write(root);
    const run = (command: string) => (url: string) => ({
      parameters: [ground.tools.program, command],
      folder: root,
      environment: environmentOf(root, url),
    });
    const runner = { name, id, side: 'ours' as const, apply: run('migrate'), status: run('status') };
    if (!forgetful) return runner;
    return {
      ...runner,
      forget: () => {
        write(root);
        mkdirSync(join(root, homeFolder));
      },
    };
  };
  const typescript = (root: string) => writeTypescript(root, ground, steps);
  return [
    make('retort', 'retort_warm', typescript, false),
    make('retort, cold', 'retort_cold', typescript, true),
    make('retort, precompiled', 'retort_js', (root) => writeJavascript(root, ground, steps), false),
  ];
}

function writeTypescript(root: string, { tools }: Ground, steps: readonly Step[]): void {
  writeRetortProject(root, tools, { tables: [], typecheck: false });
  writeFiles(join(root, 'src', 'versions'), {
    'index.ts': renderRegistry(steps),
    ...Object.fromEntries(steps.map((step) => [`${migrationStem(step)}.ts`, renderTypeormMigration(step)])),
  });
}

/** What a build leaves for a deploy job: no TypeScript, so nothing to compile. */
function writeJavascript(root: string, { tools }: Ground, steps: readonly Step[]): void {
  writeRetortProject(root, tools, { tables: [], typecheck: false });
  rmSync(join(root, 'retort.config.ts'));
  writeFiles(root, { 'retort.config.js': javascriptConfig });
  writeFiles(
    join(root, 'dist', 'versions'),
    Object.fromEntries(
      steps.map((step) => [
        `${migrationStem(step)}.js`,
        compileTypescript(renderTypeormMigration(step), `${migrationStem(step)}.ts`),
      ]),
    ),
  );
}

const javascriptConfig = `const { defineConfig } = require('retort');

exports.default = defineConfig({
  dataSource: async () => ({ entities: [] }),
  migrations: 'dist/versions',
});
`;
