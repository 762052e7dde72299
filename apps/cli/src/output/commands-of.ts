import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** A command of `retort` as it can be typed: it is on no PATH. */
export function typed(text: string): string {
  return text.replace(command, 'npx retort ');
}

/** Says a text that names targets of make in commands of `retort`. */
export function withoutMake(text: string): string {
  return text
    .replace(place, '$1')
    .replace(
      target,
      (_all, name: keyof typeof commandOfTarget, given: string) =>
        `npx retort ${commandOfTarget[name]}${given.replace(variable, asOption)}`,
    )
    .replace(eitherForm, '$2');
}

function asOption(_all: string, name: keyof typeof optionOfVariable, value: string): string {
  const option = optionOfVariable[name];
  return name === 'MANUAL' ? option : `${option} ${value}`;
}

/** How a project's commands are typed: with make where its Makefile has our targets, else by npx. `findRoot` is asked at the first text that names a target. */
export function commandsOf(findRoot: () => string): (text: string) => string {
  let hasTargets: boolean | undefined;
  return (text) => {
    if (withoutMake(text) === text) return typed(text);
    hasTargets ??= hasOurTargets(join(findRoot(), 'Makefile'));
    return typed(hasTargets ? text : withoutMake(text));
  };
}

function hasOurTargets(path: string): boolean {
  return existsSync(path) && /^db-prepare:/m.test(readFileSync(path, 'utf8'));
}
