import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { quote } from './quote';

/** The targets of our Makefile that run a command of `retort`, and that command. */
export const commandOfTarget = {
  setup: 'setup',
  'db-migrate': 'migrate',
  'db-prepare': 'prepare',
  'db-downgrade': 'downgrade',
  'db-status': 'status',
  'db-check': 'check',
  'db-verify': 'verify',
  'db-lint': 'lint',
  'db-seed': 'seed',
  wipe: 'wipe',
  teardown: 'teardown',
  doctor: 'doctor',
} as const;

/** The variables that those targets take, and the option of each. */
export const optionOfVariable = {
  MSG: '--message',
  MANUAL: '--manual',
  ONLINE: '--no-online',
  TO: '--to',
  RENAME: '--rename',
  ALLOW: '--allow',
  BACKFILL: '--backfill',
  USING: '--using',
  MAP: '--map',
  CONFIRM: '--confirm',
  BASE: '--base',
} as const;

const variables = Object.keys(optionOfVariable).join('|');
const target = new RegExp(
  `\\bmake (${Object.keys(commandOfTarget).join('|')})\\b(?!-)((?: (?:${variables})=(?:"[^"]*"|'[^']*'|[^\\s,;)]+))*)`,
  'g',
);
const variable = new RegExp(`(${variables})=("[^"]*"|'[^']*'|\\S+)`, 'g');
const eitherForm = new RegExp(`\\b(?:${variables})=(.+) \\(retort: (--[a-z]+ \\1)\\)`, 'g');

/** What takes an option outside of make: "MSG (retort prepare --message)". */
const place = new RegExp(`\\b(?:${variables}) \\((retort [a-z]+ --[a-z]+)\\)`, 'g');
const command = new RegExp(
  `(?<![\\w/(-]|npx |pnpm )\\bretort (?=(?:${[...Object.values(commandOfTarget), 'history', 'sql', 'stamp', 'baseline', 'rebase', 'protect'].join('|')}|--help)\\b)`,
  'g',
);

const ofNpx = /\bnpx retort (?!--config )/g;

/** A command of `retort` as it can be typed: it is on no PATH. */
export function typed(text: string): string {
  return text.replace(command, 'npx retort ');
}

const answer = /(?<![\w=])(RENAME|ALLOW|BACKFILL|USING|MAP)=("[^"]*")/g;

/** Says a text that names targets of make in commands of `retort`. */
export function withoutMake(text: string): string {
  return text
    .replace(place, '$1')
    .replace(
      target,
      (_all, name: keyof typeof commandOfTarget, given: string) =>
        `npx retort ${commandOfTarget[name]}${given.replace(variable, asOption)}`,
    )
    .replace(eitherForm, '$2')
    .replace(answer, asOption);
}

function asOption(_all: string, name: keyof typeof optionOfVariable, value: string): string {
  const option = optionOfVariable[name];
  return name === 'MANUAL' || name === 'ONLINE' ? option : `${option} ${value}`;
}

/** Where commands are typed. */
export interface Typist {
  /** The folder. */
  readonly from: string;
  /** What was typed after `--config`. */
  readonly configPath: string | undefined;
  /** The folder of the settings. */
  readonly findRoot: () => string;
}

/**
 * How a project's commands are typed: with make where its Makefile has our targets, else by npx; and so that they work in
 * the folder in which one was typed. `findRoot` is asked at the first text that names a target.
 */
export function commandsOf({ from, configPath, findRoot }: Typist): (text: string) => string {
  let hasTargets: boolean | undefined;
  return (text) => {
    const inRetort = withConfig(typed(withoutMake(text)), configPath);
    if (withoutMake(text) === text) return inRetort;
    const root = findRoot();
    hasTargets ??= hasOurTargets(join(root, 'Makefile'));
    return hasTargets ? inFolder(withConfig(typed(text), configPath), relative(from, root)) : inRetort;
  };
}

function withConfig(text: string, configPath: string | undefined): string {
  return configPath === undefined
    ? text
    : text.replace(ofNpx, (found) => `${found}--config ${quote(configPath)} `);
}

function inFolder(text: string, way: string): string {
  return way === '' ? text : text.replace(target, (found) => `make -C ${quote(way)}${found.slice(4)}`);
}

function hasOurTargets(path: string): boolean {
  return existsSync(path) && /^db-prepare:/m.test(readFileSync(path, 'utf8'));
}
