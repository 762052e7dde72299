import type { PlannedFile } from '../../src/plan/plan';

/** What one file takes off and a later one puts back: the application would be without it in between. */
export function awayBetweenFiles(files: readonly PlannedFile[]): readonly string[] {
  return files.flatMap((file, index) => {
    const later = new Set(files.slice(index + 1).flatMap((other) => namesIn(other, 'CREATE|ADD')));
    return namesIn(file, 'DROP').filter((name) => later.has(name));
  });
}

const identifier = '(?:"(?:[^"]|"")*"|[^\\s".(;]+)';
const path = `(?:${identifier}\\.)?(${identifier})`;
const kinds = 'TRIGGER|POLICY|RULE|(?:MATERIALIZED )?VIEW|CONSTRAINT|(?:UNIQUE )?INDEX(?: CONCURRENTLY)?';

/** Each constraint with its table: two tables may have one of a name. */
function namesIn({ up }: PlannedFile, verbs: string): readonly string[] {
  const statement = new RegExp(`^(?:ALTER TABLE ${path} )?(?:${verbs}) (?:${kinds}) ${path}`);
  return up.flatMap(({ sql }) => {
    const [, table = '', name] = statement.exec(sql) ?? [];
    return name === undefined ? [] : [[table, name].join(' ').replaceAll('"', '').trim()];
  });
}
