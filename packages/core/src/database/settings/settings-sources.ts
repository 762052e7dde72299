import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'dotenv';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where settings come from, the first that knows one wins. */
export type SettingsSources = readonly SettingsSource[];

interface SettingsSource {
  /** For a message: `the environment` or a file. */
  readonly where: string;
  readonly values: Environment;
}

export interface Setting {
  readonly value: string;
  readonly where: string;
}

const stateFile = join('.retort', 'state.json');

/** The environment, the nearest `.env`, and the services that `make setup` started. */
export function readSettingsSources(environment: Environment, directory: string): SettingsSources {
  const dotenv = nearestFile(directory, '.env');
  const state = nearestFile(directory, stateFile);
  return [
    { where: 'the environment', values: environment },
    ...(dotenv === undefined ? [] : [{ where: dotenv.path, values: parse(dotenv.text) }]),
    ...(state === undefined ? [] : [{ where: state.path, values: serviceUrls(state) }]),
  ];
}

/** A setting that is set to nothing is not set. */
export function findSetting(sources: SettingsSources, name: string): Setting | undefined {
  for (const { where, values } of sources) {
    const value = values[name]?.trim();
    if (value !== undefined && value !== '') {
      return { value, where };
    }
  }
  return undefined;
}

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** In the directory or the nearest one above it. */
function nearestFile(directory: string, name: string): TextFile | undefined {
  const path = join(directory, name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return { path, text: readFileSync(path, 'utf8') };
  }
  const parent = dirname(directory);
  return parent === directory ? undefined : nearestFile(parent, name);
}

function serviceUrls({ path, text }: TextFile): Environment {
  const state = parseState(text);
  const root = dirname(dirname(path));
  const original = property(state, 'root');
  // A copy of the project brings the state along; its servers are the original's.
  if (typeof original === 'string' && original !== root && existsSync(join(original, stateFile))) {
    return {};
  }
  return { POSTGRES_URL: urlOf(state, 'postgres'), REDIS_URL: urlOf(state, 'redis') };
}

/** What cannot be understood counts as none: `make setup` makes it anew. */
function parseState(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function urlOf(state: unknown, service: string): string | undefined {
  const url = property(property(state, service), 'url');
  return typeof url === 'string' ? url : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
