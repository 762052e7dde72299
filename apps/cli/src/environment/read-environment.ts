import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; what it does not set comes from the project's `.env`. */
export function readEnvironment(root: string, processEnvironment: Environment): Environment {
  const path = join(root, '.env');
  return { ...(existsSync(path) ? parse(readFileSync(path)) : {}), ...processEnvironment };
}
