import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runProgram } from '../src/processes/run-program';
import type { ServerUser } from '../src/processes/server-user';

export interface BuiltPackage {
  /** Runs a script in a process of its own, with the package as `services` and its testing door as `testing`; returns what it printed. */
  run(script: string, user?: ServerUser): Promise<string>;
  remove(): Promise<void>;
}

const packageFolder = resolve(__dirname, '..');

/** Builds the package into a temporary folder, for tests of what happens in other processes. */
export async function buildPackage(): Promise<BuiltPackage> {
  const folder = await mkdtemp(join(tmpdir(), 'retort-built-'));
  await chmod(folder, 0o755);
  // What is built requires packages from where it is.
  await symlink(join(packageFolder, 'node_modules'), join(folder, 'node_modules'));
  const compiler = join(packageFolder, '..', '..', 'node_modules', '.bin', 'tsc');
  await runOrThrow(compiler, ['-p', join(packageFolder, 'tsconfig.build.json'), '--outDir', folder]);
  return {
    run: (script, user) => {
      const doors = `const services = require(${JSON.stringify(folder)}), testing = require(${JSON.stringify(join(folder, 'testing'))});`;
      return runOrThrow(process.execPath, ['-e', `${doors} (async () => { ${script} })()`], user);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function runOrThrow(
  file: string,
  programArguments: readonly string[],
  user?: ServerUser,
): Promise<string> {
  const { PATH, TMPDIR } = process.env;
  const outcome = await runProgram(file, {
    arguments: programArguments,
    environment: { PATH, TMPDIR },
    folder: packageFolder,
    user,
  });
  if (outcome.kind === 'exited' && outcome.code === 0) return outcome.stdout.trim();
  throw new Error(`${file}: ${JSON.stringify(outcome)}`);
}
