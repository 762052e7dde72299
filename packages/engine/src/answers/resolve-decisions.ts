import { columnKey, nameKey } from '../schema/name-key';
import type { Schema } from '../schema/schema';
import type { Answers, ExpressionAnswer } from './answers';
import type { Decisions } from './decisions';
import type { NamePath } from './name-path';

export interface ResolvedDecisions {
  readonly decisions: Decisions;
  readonly problems: readonly string[];
}

/** Looks up what the answers name in `to`: a name that is not there is most likely a misspelt one. */
export function resolveDecisions(answers: Answers, to: Schema, defaultSchema: string): ResolvedDecisions {
  const columns = new Set(
    to.tables.flatMap((table) => table.columns.map(({ name }) => columnKey(table, name))),
  );
  const types = new Map(to.enums.map((type) => [nameKey(type), type]));
  const problems: string[] = [];
  const full = (path: NamePath): NamePath => (path.length < 3 ? [defaultSchema, ...path] : path);

  const expressions = (option: string, given: readonly ExpressionAnswer[]): ReadonlyMap<string, string> =>
    new Map(
      given.map(({ text, path, expression }) => {
        const key = JSON.stringify(full(path));
        if (!columns.has(key)) problems.push(`${option} '${text}': the models have no such column`);
        return [key, expression];
      }),
    );
  const backfills = expressions('backfill', answers.backfills);
  const using = expressions('using', answers.using);

  const labels = new Map<string, { from: string; to: string }[]>();
  for (const { text, path, to: label } of answers.labels) {
    const [schema, name, from] = full(path) as [string, string, string];
    const type = types.get(nameKey({ schema, name }));
    if (type === undefined) problems.push(`map '${text}': the models have no such enum`);
    else if (!type.labels.includes(label))
      problems.push(`map '${text}': the models have no label '${label}'`);
    else if (type.labels.includes(from))
      problems.push(`map '${text}': the models still have the label '${from}'`);
    const key = nameKey({ schema, name });
    labels.set(key, [...(labels.get(key) ?? []), { from, to: label }]);
  }
  return {
    problems,
    decisions: {
      backfill: (table, column) => backfills.get(columnKey(table, column)) ?? null,
      using: (table, column) => using.get(columnKey(table, column)) ?? null,
      labels: (type) => labels.get(nameKey(type)) ?? [],
    },
  };
}
