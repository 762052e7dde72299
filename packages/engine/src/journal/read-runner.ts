import { execFile } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { promisify } from 'node:util';

/** Who applies migrations, and with what. */
export interface Runner {
  readonly osUser: string | null;
  readonly host: string;
  /** The commit that `folder` is at: of git, or of the variable that a CI sets. */
  readonly revision: string | null;
  readonly toolVersion: string;
}

/** What CIs and platforms call the commit that they build. */
const revisionVariables = [
  'GIT_COMMIT',
  'GITHUB_SHA',
  'CI_COMMIT_SHA',
  'SOURCE_VERSION',
  'CIRCLE_SHA1',
  'BUILDKITE_COMMIT',
];

export async function readRunner(folder: string): Promise<Runner> {
  const { version }: { version: string } = require('../../package.json');
  return { osUser: readUser(), host: hostname(), revision: await readRevision(folder), toolVersion: version };
}

function readUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    // Containers run as users that have no name.
    return process.getuid === undefined ? null : `uid ${process.getuid()}`;
  }
}

async function readRevision(folder: string): Promise<string | null> {
  for (const name of revisionVariables) {
    const value = process.env[name];
    if (value !== undefined && value !== '') return value;
  }
  try {
    return (await promisify(execFile)('git', ['rev-parse', 'HEAD'], { cwd: folder })).stdout.trim();
  } catch {
    // No git, no repository, or no folder: a built image has none.
    return null;
  }
}
