import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; what it does not set comes from the project's `.env`. */
export function readEnvironment(root: string, processEnvironment: Environment): Environment {
  const path = join(root, '.env');
  if (!existsSync(path)) return processEnvironment;
  const { parse }: typeof import('dotenv') = require('dotenv');
  const written = parse(readFileSync(path));
  for (const name of readByClient) {
    if (written[name] !== undefined) process.env[name] ??= written[name];
  }
  return { ...written, ...processEnvironment };
}

/** What the client looks for itself, and in the process's environment only: a URL without a password means them. */
const readByClient = ['PGPASSWORD', 'PGPASSFILE'];
