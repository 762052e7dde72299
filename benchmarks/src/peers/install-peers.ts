import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BenchmarkError } from '../errors/benchmark-error';
import { isAbsent } from '../files/is-absent';

/** The programs that we are compared with, installed. */
export interface Peers {
  readonly nodeModules: string;
  /** The path of a program of a package, to be run by Node. */
  program(packageName: string, program: string): string;
  version(packageName: string): string;
}

const packageFolder = resolve(__dirname, '..', '..');
const manifestFolder = join(packageFolder, 'peers');
const folder = join(packageFolder, '.peers');

/** Where the programs are that call a peer which is a library. */
export const scriptFolder = join(manifestFolder, 'scripts');

const manifests = ['package.json', 'package-lock.json'] as const;

/**
 * Installs exactly what `peers/package-lock.json` says into `.peers`, where that is not done yet. They are nobody's
 * dependencies: who only develops Retort never downloads them.
 */
export async function installPeers(say: (line: string) => void): Promise<Peers> {
  const wanted = hashManifests();
  const marker = join(folder, 'installed');
  if (readIfThere(marker) !== wanted) {
    say('Installing what to compare with (once): npm ci in benchmarks/.peers');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const name of manifests) copyFileSync(join(manifestFolder, name), join(folder, name));
    await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(marker, wanted);
  }
  return locatePeers();
}

function hashManifests(): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const name of manifests) hash.update(readFileSync(join(manifestFolder, name)));
  return hash.digest('hex');
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return undefined;
  }
}

async function runNpm(parameters: readonly string[]): Promise<void> {
  const exitCode = await new Promise<number | null>((done, fail) => {
    const npm = spawn('npm', parameters, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    npm.once('error', fail);
    npm.once('exit', done);
  });
  if (exitCode === 0) return;
  throw new BenchmarkError({
    what: `npm could not install what to compare with (it ended with ${exitCode ?? 'a signal'}).`,
    at: folder,
    next: 'See what npm says above; without a network: PEERS=retort make bench measures Retort alone.',
  });
}

/** The peers where {@link installPeers} puts them, whether they are there or not. */
export function locatePeers(): Peers {
  const nodeModules = join(folder, 'node_modules');
  const read = (packageName: string): { version: string; bin?: string | Record<string, string> } =>
    JSON.parse(readFileSync(join(nodeModules, packageName, 'package.json'), 'utf8'));
  return {
    nodeModules,
    program(packageName, program) {
      const { bin } = read(packageName);
      const path = typeof bin === 'string' ? bin : bin?.[program];
      if (path === undefined) throw new Error(`${packageName} has no program ${program}`);
      return join(nodeModules, packageName, path);
    },
    version: (packageName) => read(packageName).version,
  };
}
