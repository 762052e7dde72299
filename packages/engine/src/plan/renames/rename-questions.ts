import type { Consents } from '../../answers/consents';
import { formatNamePath } from '../../answers/name-path';
import type { Column } from '../../schema/column';
import { findNamed } from '../../schema/find-named';
import { nameKey, nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Schema } from '../../schema/schema';
import type { Table } from '../../schema/table';
import type { Choice, Question } from '../plan';
import type { Renames } from './plan-renames';

export interface RenameQuestions {
  readonly questions: readonly Question[];
  /** Whether it is not known yet which of a table's columns are new. */
  readonly isUnsettled: (table: QualifiedName) => boolean;
}

/** What is gone while something like it is new: only a person knows whether it is the same. */
export function renameQuestions(
  from: Schema,
  to: Schema,
  renames: Renames,
  consents: Consents,
): RenameQuestions {
  const reached = new Set(from.tables.map((table) => nameKey(renames.tableOf(table))));
  const added = to.tables.filter((table) => !reached.has(nameKey(table)) && renames.isFree(nameOnly(table)));
  const unsettled = new Set<string>();
  const questions = from.tables.flatMap((table) => {
    const counterpart = findNamed(to.tables, renames.tableOf(table));
    if (counterpart === undefined) return tableQuestions(table, added, consents);
    const found = columnQuestions(table, counterpart, renames, consents);
    if (found.length > 0) unsettled.add(nameKey(counterpart));
    return found;
  });
  return { questions, isUnsettled: (table) => unsettled.has(nameKey(table)) };
}

function tableQuestions(table: Table, added: readonly Table[], consents: Consents): readonly Question[] {
  const dropped = { kind: 'drop-table', name: nameOnly(table) } as const;
  if (consents.isNamed(dropped)) return [];
  const names = new Set(table.columns.map(({ name }) => name));
  const candidates = added.filter((candidate) => {
    const shared = candidate.columns.filter(({ name }) => names.has(name)).length;
    return shared > 0 && 2 * shared >= Math.max(names.size, candidate.columns.length);
  });
  const path = (name: QualifiedName) => consents.path('drop-table', name);
  return ask(
    candidates.map((candidate) => ({
      name: path(candidate),
      rename: `${path(table)}=${candidate.schema === table.schema ? formatNamePath([candidate.name]) : formatNamePath([candidate.schema, candidate.name])}`,
    })),
    path(table),
    consents.text(dropped),
  );
}

function columnQuestions(
  from: Table,
  to: Table,
  { columnOf }: Renames,
  consents: Consents,
): readonly Question[] {
  const after = new Set(to.columns.map(({ name }) => name));
  const reached = new Set(from.columns.map(({ name }) => columnOf(from, name)));
  const added = to.columns.filter(({ name, inherited }) => !reached.has(name) && !inherited);
  if (added.length === 0) return [];
  return from.columns
    .filter(({ name, inherited }) => !after.has(columnOf(from, name)) && !inherited)
    .flatMap((column) => {
      const dropped = { kind: 'drop-column', name: nameOnly(to), part: column.name } as const;
      if (consents.isNamed(dropped)) return [];
      const path = (name: string) => consents.path('drop-column', nameOnly(to), name);
      const source = consents.path('drop-column', nameOnly(from), column.name);
      return ask(
        added
          .filter((candidate) => isLike(column, candidate))
          .map(({ name }) => ({ name: path(name), rename: `${source}=${formatNamePath([name])}` })),
        source,
        consents.text(dropped),
      );
    });
}

/** Of the same type, less its length: what is renamed and converted at once is told by hand. */
function isLike(from: Column, to: Column): boolean {
  const isGenerated = (column: Column) => column.value.kind === 'generated';
  if (isGenerated(from) || isGenerated(to) || from.type.isArray !== to.type.isArray) return false;
  if (from.type.kind === 'enum' && to.type.kind === 'enum') return true;
  return nameKey(from.type.base) === nameKey(to.type.base);
}

interface Candidate {
  readonly name: string;
  /** What says that it is the old one. */
  readonly rename: string;
}

function ask(candidates: readonly Candidate[], old: string, consent: string): readonly Question[] {
  const [only, second] = candidates;
  if (only === undefined) return [];
  const drop: Choice = { label: `No: ${old} is dropped`, option: 'allow', value: consent, isOpen: false };
  if (second === undefined) {
    return [
      {
        text: `Is ${only.name} the old ${old}?`,
        choices: [{ label: 'Yes: rename it', option: 'renames', value: only.rename, isOpen: false }, drop],
      },
    ];
  }
  return [
    {
      text: `What became of ${old}?`,
      choices: [
        ...candidates.map(
          ({ name, rename }): Choice => ({
            label: `It is ${name} now`,
            option: 'renames',
            value: rename,
            isOpen: false,
          }),
        ),
        { ...drop, label: 'It is dropped' },
      ],
    },
  ];
}
