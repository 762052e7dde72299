import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compileTypescript } from '../files/compile-typescript';
import { writeFiles } from '../files/write-files';
import { migrationStem, renderRegistry, renderTypeormMigration } from '../forms/typeorm-migration';
import { writeRetortProject } from '../generate/retort-project';
import { environmentOf, type Ground, homeFolder } from '../ground/ground';
import type { Runner } from './make-contestants';
import type { Step } from './make-steps';

interface Variant {
  readonly name: string;
  readonly id: string;
  /** Writes its project. */
  readonly write: (root: string) => void;
  /** Whether what earlier runs have kept is there. */
  readonly warm: boolean;
}

/** `retort migrate`: of TypeScript with what it keeps between runs and without, and of JavaScript that is compiled beforehand. */
export function makeRetortRunners(ground: Ground, steps: readonly Step[]): readonly Runner[] {
  const typescript = (root: string) => writeTypescript(root, ground, steps);
  const javascript = (root: string) => writeJavascript(root, ground, steps);
  const variants: readonly Variant[] = [
    { name: 'retort', id: 'retort_warm', write: typescript, warm: true },
    { name: 'retort, cold', id: 'retort_cold', write: typescript, warm: false },
    { name: 'retort, precompiled', id: 'retort_js', write: javascript, warm: true },
  ];
  return variants.map((variant) => makeRunner(ground, variant));
}

function makeRunner(ground: Ground, { name, id, write, warm }: Variant): Runner {
  const root = join(ground.folder, `migrate-${id}`);
  write(root);
  const run = (command: string) => (url: string) => ({
    parameters: [ground.tools.program, command],
    folder: root,
    environment: environmentOf(root, url),
  });
  const forget = () => {
    write(root);
    mkdirSync(join(root, homeFolder));
  };
  return {
    name,
    id,
    side: 'ours',
    apply: run('migrate'),
    status: run('status'),
    ...(warm ? {} : { forget }),
  };
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
