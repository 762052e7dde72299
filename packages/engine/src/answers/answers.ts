import { RetortError } from '../errors/retort-error';
import { type AnswerOption, type AnswerProblem, answersError } from './answer-problem';
import { expressionProblem } from './expression-problem';
import { type NamePath, type PartPath, parseNamePath, partPath } from './name-path';

/** What a person has decided, as it is typed on the command line. */
export interface AnswerTexts {
  /** `widgets.widget_name=name`, `old_table=new_table`, `type:mood=feeling`. */
  readonly renames?: readonly string[];
  /** `drop-column:widgets.color`, `drop-table:widgets`; `all` consents to everything. */
  readonly allow?: readonly string[] | 'all';
  /** `users.name='unknown'`: the value for the rows that have none. */
  readonly backfills?: readonly string[];
  /** `users.age=age::integer`: how a column's old values become values of its new type. */
  readonly using?: readonly string[];
  /** `mood.sad=unhappy`: the label that rows with a removed label get; `mood.sad=null`: none. */
  readonly labels?: readonly string[];
}

const renameKinds = ['table', 'column', 'type', 'label', 'schema', 'view', 'sequence'] as const;
export type RenameKind = (typeof renameKinds)[number];

/** What is not done unasked: to take something away, or to trust that the rows are as they must be. */
const consentKinds = [
  'drop-schema',
  'drop-table',
  'drop-column',
  'drop-type',
  'drop-label',
  'drop-view',
  'drop-sequence',
  'drop-function',
  'drop-trigger',
  'drop-policy',
  'drop-rule',
  'drop-statistics',
  'not-null',
  'unique',
  'convert',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

export interface Rename {
  readonly text: string;
  /** Absent when the answer does not say what it names: then it is what `from` has of that name. */
  readonly kind?: RenameKind;
  readonly from: NamePath;
  readonly to: NamePath;
}

export interface Consent {
  readonly text: string;
  readonly kind: ConsentKind;
  readonly path: NamePath;
  /** The argument types of a function, in parentheses. */
  readonly signature: string;
}

export interface ExpressionAnswer {
  readonly text: string;
  readonly path: PartPath;
  readonly expression: string;
}

export interface LabelAnswer {
  readonly text: string;
  readonly path: PartPath;
  readonly to: string;
}

export interface Answers {
  readonly renames: readonly Rename[];
  readonly allowAll: boolean;
  readonly consents: readonly Consent[];
  readonly backfills: readonly ExpressionAnswer[];
  readonly using: readonly ExpressionAnswer[];
  readonly labels: readonly LabelAnswer[];
}

type Outcome<T> = T | { readonly problem: string };

/** Turns typed answers into values; everything that is wrong with any of them is told at once. */
export function parseAnswers(texts: AnswerTexts): Answers {
  refuseOtherThanLists(texts);
  const problems: AnswerProblem[] = [];
  const parseEach = <T extends object>(
    option: AnswerOption,
    given: readonly string[],
    parse: (text: string) => Outcome<T>,
  ): T[] =>
    [...new Set(given)].flatMap((answer) => {
      const outcome = parse(answer);
      if (!('problem' in outcome)) return [outcome];
      problems.push({ option, answer, says: outcome.problem });
      return [];
    });

  const allow = texts.allow === 'all' ? ['all'] : (texts.allow ?? []);
  const answers: Answers = {
    renames: parseEach('rename', texts.renames ?? [], parseRename),
    allowAll: allow.includes('all'),
    consents: parseEach(
      'allow',
      allow.filter((text) => text !== 'all'),
      parseConsent,
    ),
    backfills: parseEach('backfill', texts.backfills ?? [], parseExpressionAnswer),
    using: parseEach('using', texts.using ?? [], parseExpressionAnswer),
    labels: parseEach('map', texts.labels ?? [], parseLabelAnswer),
  };
  if (problems.length > 0) throw answersError(problems);
  return answers;
}

/** @throws RetortError that names each option that is given as something else than a list of texts. */
function refuseOtherThanLists({ allow, ...texts }: AnswerTexts): void {
  const given: Readonly<Record<string, unknown>> = { ...(allow === 'all' ? {} : { allow }), ...texts };
  const options = ['renames', 'allow', 'backfills', 'using', 'labels'].filter((option) => {
    const list = given[option] ?? [];
    return !(Array.isArray(list) && list.every((text) => typeof text === 'string'));
  });
  if (options.length === 0) return;
  throw new RetortError({
    kind: 'settings',
    what: `A list of texts is needed: ${options.join(', ')}.`,
    at: 'the answers',
    next: `Give it as ${options.map((option) => `${option}: ['…']`).join(', ')}`,
  });
}

function parseRename(text: string): Outcome<Rename> {
  const prefix = /^([a-z]+):/.exec(text)?.[1];
  const kind = renameKinds.find((known) => known === prefix);
  if (prefix !== undefined && kind === undefined) {
    return { problem: `'${prefix}' is none of ${renameKinds.join(', ')}` };
  }
  const from = parseNamePath(prefix === undefined ? text : text.slice(prefix.length + 1));
  if ('problem' in from) return from;
  if (!from.rest.startsWith('=')) return { problem: "'=' and the new name are missing" };
  const to = parseNamePath(from.rest.slice(1));
  if ('problem' in to) return to;
  if (to.rest !== '') return { problem: `'${to.rest}' after the new name` };
  return { text, ...(kind === undefined ? {} : { kind }), from: from.path, to: to.path };
}

function parseConsent(text: string): Outcome<Consent> {
  const prefix = text.slice(0, text.indexOf(':'));
  const kind = consentKinds.find((known) => known === prefix);
  if (kind === undefined) {
    return {
      problem: `a consent is 'all' or starts with ${consentKinds.map((known) => `${known}:`).join(' ')}`,
    };
  }
  const parsed = parseNamePath(text.slice(kind.length + 1));
  if ('problem' in parsed) return parsed;
  const { path, rest } = parsed;
  if (rest !== '' && !(kind === 'drop-function' && rest.startsWith('(') && rest.endsWith(')'))) {
    return { problem: `'${rest}' after the name` };
  }
  if (!takesOwner(kind)) return { text, kind, path, signature: rest };
  if (path.length < 2) return { problem: `${kind} takes two names: ${kind}:widgets.color` };
  return { text, kind, path, signature: rest };
}

/** Whether the thing is named with its table or type. */
export function takesOwner(kind: ConsentKind): boolean {
  switch (kind) {
    case 'drop-column':
    case 'drop-label':
    case 'drop-trigger':
    case 'drop-policy':
    case 'drop-rule':
    case 'not-null':
    case 'unique':
    case 'convert':
      return true;
    case 'drop-schema':
    case 'drop-table':
    case 'drop-type':
    case 'drop-view':
    case 'drop-sequence':
    case 'drop-function':
    case 'drop-statistics':
      return false;
  }
}

function parseExpressionAnswer(text: string): Outcome<ExpressionAnswer> {
  const parsed = parseNamePath(text);
  if ('problem' in parsed) return parsed;
  const path = partPath(parsed.path);
  if (path === undefined) return { problem: 'a column is named with its table: users.name' };
  const expression = parsed.rest.startsWith('=') ? parsed.rest.slice(1).trim() : '';
  if (expression === '') return { problem: "'=' and an SQL expression are missing" };
  const problem = expressionProblem(expression);
  if (problem !== null) return { problem };
  return { text, path, expression };
}

function parseLabelAnswer(text: string): Outcome<LabelAnswer> {
  // As the rename of a label begins.
  const parsed = parseNamePath(text.replace(/^label:/, ''));
  if ('problem' in parsed) return parsed;
  const path = partPath(parsed.path);
  if (path === undefined) return { problem: 'a label is named with its type: mood.sad' };
  const to = parseNamePath(parsed.rest.startsWith('=') ? parsed.rest.slice(1) : '');
  if ('problem' in to || to.path.length !== 1 || to.rest !== '') {
    return { problem: "'=' and the label that its rows get are missing" };
  }
  return { text, path, to: to.path[0] };
}
