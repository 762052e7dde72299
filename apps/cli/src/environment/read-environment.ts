import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's environment; what it does not set comes from the project's `.env`. */
export function readEnvironment(root: string, processEnvironment: Environment): Environment {
  const path = join(root, '.env');
  if (!existsSync(path)) return processEnvironment;
  const { parse }: typeof import('dotenv') = require('dotenv');
  return { ...parse(readFileSync(path)), ...processEnvironment };
}
