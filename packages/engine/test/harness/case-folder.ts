import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerTexts } from '../../src/answers/answers';
import type { EntityOptions } from '../../src/desired/entity-options';

/** What `before.ts` and `after.ts` of a case export. */
export interface CaseModels {
  readonly entities: NonNullable<EntityOptions['entities']>;
  /** Further options of the data source. */
  readonly options?: EntityOptions;
  /** Declared SQL; it gets the schema in which the case runs, quoted. */
  readonly sql?: (schema: string) => readonly string[];
}

/** A case: the folder's name is the sentence that it makes true. */
export interface CaseFolder {
  readonly sentence: string;
  readonly path: string;
  /** Nothing where the case starts from an empty database. */
  readonly before: CaseModels;
  readonly after: CaseModels;
  /** An expression in an answer names its schema; it gets the one in which the case runs, quoted. */
  readonly answers: (schema: string) => AnswerTexts;
  /** Rows that are there before the change. */
  readonly rows: string | null;
  /** Queries that must each return one row with `true` after `up`, and after `down` and `up` once more. */
  readonly check: string | null;
  /** Likewise after `down`. */
  readonly checkDown: string | null;
  /** The majors on which the case runs; from `majors.json`, `{ "from": 15 }`. */
  readonly fromMajor: number;
}

export const casesFolder = join(__dirname, '..', 'cases');

export function readCases(category: string): CaseFolder[] {
  const folder = join(casesFolder, category);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(join(folder, name), name.replaceAll('-', ' ')));
}

const nothing: CaseModels = { entities: [] };

function readCase(path: string, sentence: string): CaseFolder {
  const models = (file: string): CaseModels | undefined =>
    existsSync(join(path, `${file}.ts`)) ? require(join(path, file)) : undefined;
  const text = (file: string) =>
    existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8') : null;
  const after = models('after');
  if (after === undefined) {
    throw new Error(`${path} has no after.ts`);
  }
  const majors = text('majors.json');
  return {
    sentence,
    path,
    before: models('before') ?? nothing,
    after,
    answers: existsSync(join(path, 'answers.ts')) ? readAnswers(path) : () => ({}),
    rows: text('rows.sql'),
    check: text('check.sql'),
    checkDown: text('check-down.sql'),
    fromMajor: majors === null ? 0 : JSON.parse(majors).from,
  };
}

function readAnswers(path: string): CaseFolder['answers'] {
  const { answers }: { answers: AnswerTexts | CaseFolder['answers'] } = require(join(path, 'answers'));
  return typeof answers === 'function' ? answers : () => answers;
}
