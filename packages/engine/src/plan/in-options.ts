import { RetortError } from '../errors/retort-error';
import type { Plan, Refusal } from './plan';

/** What the engine says is said as at the command line, where most are told it; a caller of `planMigration` types options. */
const optionOf = {
  RENAME: 'renames',
  ALLOW: 'allow',
  BACKFILL: 'backfills',
  USING: 'using',
  MAP: 'labels',
} as const;

const answer = new RegExp(`\\b(${Object.keys(optionOf).join('|')})="([^"]*)"`, 'g');
/** An answer that is told of by the option that gave it: `backfill 't.a=1' was not needed`. */
const given = /^(rename|backfill|map)(?= ')/gm;

const command = String.raw`make (?:db-[a-z]+|setup)\b(?: [A-Z]+=(?:"[^"]*"|\S+))*`;
/** What is written by hand is written elsewhere: where the caller keeps its migrations. */
const commands = new RegExp(` \\(${command}(?:, ${command})*\\)|:? ${command}`, 'g');

/** A text for a caller of `planMigration`. */
function inOptions(text: string): string {
  return text
    .replace(commands, '')
    .replace(given, (word) => optionOf[word.toUpperCase() as keyof typeof optionOf])
    .replace(answer, (_all, name: keyof typeof optionOf, value: string) => {
      // Several names are separated by spaces; in an expression a space is nothing but that.
      const values = name === 'RENAME' || name === 'ALLOW' ? value.split(' ') : [value];
      return `${optionOf[name]}: [${values.map(quoted).join(', ')}]`;
    });
}

function quoted(value: string): string {
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}

export function planInOptions(plan: Plan): Plan {
  const notes = plan.notes.map(inOptions);
  switch (plan.kind) {
    case 'empty':
    case 'ready':
      return { ...plan, notes };
    case 'refused':
      return { ...plan, notes, refusals: plan.refusals.map(refusalInOptions) };
    case 'needsAnswers':
      return { ...plan, notes, refusals: plan.refusals.map(refusalInOptions) };
  }
}

function refusalInOptions(refusal: Refusal): Refusal {
  return { ...refusal, next: inOptions(refusal.next) };
}

export function errorInOptions(error: RetortError): RetortError {
  const { message, at, next, kind, cause } = error;
  const [ownAt, ownNext] = [inOptions(at), inOptions(next)];
  return ownAt === at && ownNext === next
    ? error
    : new RetortError({ what: message, at: ownAt, next: ownNext, kind, cause });
}
