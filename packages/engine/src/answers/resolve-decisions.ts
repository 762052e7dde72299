import { displayName } from '../operations/display-name';
import type { LabelMapping } from '../operations/types/rebuild-enum';
import { columnKey, nameKey } from '../schema/name-key';
import type { Schema } from '../schema/schema';
import type { EnumType } from '../schema/user-type';
import type { AnswerProblem } from './answer-problem';
import type { Answers, ExpressionAnswer } from './answers';
import type { Decisions } from './decisions';
import { ownerAndPart } from './name-path';

export interface ResolvedDecisions {
  readonly decisions: Decisions;
  readonly problems: readonly AnswerProblem[];
  /** What was decided and nobody asked for until now, with the option that says it. */
  readonly unneeded: () => readonly UnneededAnswer[];
}

export interface UnneededAnswer {
  readonly option: 'backfill' | 'using';
  readonly text: string;
}

/** Looks up what the answers name in `to`: a name that is not there is most likely a misspelt one. */
export function resolveDecisions(answers: Answers, to: Schema, defaultSchema: string): ResolvedDecisions {
  const columns = new Set(
    to.tables.flatMap((table) => table.columns.map(({ name }) => columnKey(table, name))),
  );
  const problems: AnswerProblem[] = [];
  const needed = new Set<string>();
  const given: (UnneededAnswer & { readonly key: string })[] = [];

  const expressions = (option: UnneededAnswer['option'], answered: readonly ExpressionAnswer[]) => {
    const byColumn = new Map<string, ExpressionAnswer>();
    for (const answer of answered) {
      const { owner, part } = ownerAndPart(answer.path, defaultSchema);
      const key = columnKey(owner, part);
      const other = byColumn.get(key);
      if (!columns.has(key))
        problems.push({ option, answer: answer.text, says: 'the models have no such column' });
      else if (other !== undefined && other.expression !== answer.expression)
        problems.push({
          option,
          answer: answer.text,
          says: `the column has another already: '${other.text}'`,
        });
      byColumn.set(key, answer);
      given.push({ option, text: answer.text, key: `${option} ${key}` });
    }
    return (key: string) => {
      const found = byColumn.get(key);
      if (found !== undefined) needed.add(`${option} ${key}`);
      return found?.expression ?? null;
    };
  };
  const backfill = expressions('backfill', answers.backfills);
  const using = expressions('using', answers.using);
  const labels = resolveLabels(answers, to, defaultSchema, problems);
  return {
    problems,
    unneeded: () => given.filter(({ key }) => !needed.has(key)),
    decisions: {
      backfill: (table, column) => backfill(columnKey(table, column)),
      using: (table, column) => using(columnKey(table, column)),
      labels: (type) => labels.get(nameKey(type)) ?? [],
    },
  };
}

function resolveLabels(
  answers: Answers,
  to: Schema,
  defaultSchema: string,
  problems: AnswerProblem[],
): ReadonlyMap<string, readonly LabelMapping[]> {
  const types = new Map(to.enums.map((type) => [nameKey(type), type]));
  const labels = new Map<string, LabelMapping[]>();
  for (const { text, path, to: typed } of answers.labels) {
    const { owner, part: from } = ownerAndPart(path, defaultSchema);
    const key = nameKey(owner);
    const known = labels.get(key) ?? [];
    const type = types.get(key);
    const label = type !== undefined && isNull(typed, type) ? null : typed;
    const required = label === null ? requiredColumn(key, to) : undefined;
    const other = known.find((mapping) => mapping.from === from);
    const wrong = (says: string) => problems.push({ option: 'map', answer: text, says });
    if (type === undefined) wrong('the models have no such enum');
    else if (required !== undefined) wrong(`${required} may not be NULL`);
    else if (label !== null && !type.labels.includes(label))
      wrong(`the models have no label '${label}', but ${type.labels.map((each) => `'${each}'`).join(', ')}`);
    else if (type.labels.includes(from)) wrong(`the models still have the label '${from}'`);
    else if (other !== undefined && other.to !== label)
      wrong(`its rows get ${other.to === null ? 'NULL' : `'${other.to}'`} already`);
    if (other === undefined) labels.set(key, [...known, { from, to: label }]);
  }
  return labels;
}

/** A label of that name comes first. */
function isNull(typed: string, { labels }: EnumType): boolean {
  return typed.toLowerCase() === 'null' && !labels.includes(typed);
}

/** A column of the type that may not be NULL; an element of an array may. */
function requiredColumn(type: string, { tables }: Schema): string | undefined {
  for (const table of tables) {
    const column = table.columns.find(
      (each) =>
        each.notNull && !each.type.isArray && each.type.kind === 'enum' && nameKey(each.type.base) === type,
    );
    if (column !== undefined) return `${displayName(table)}.${column.name}`;
  }
  return undefined;
}
