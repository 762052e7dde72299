import type { PlannedFile } from '../../src/plan/plan';

/** What one file takes off and a later one puts back: the application would be without it in between. */
export function awayBetweenFiles(files: readonly PlannedFile[]): readonly string[] {
  const namesIn = ({ up }: PlannedFile, verbs: string) =>
    up.flatMap(({ sql }) => {
      const text = sql.replaceAll('"', '');
      const kinds =
        'TRIGGER|POLICY|RULE|(?:MATERIALIZED )?VIEW|CONSTRAINT|(?:UNIQUE )?INDEX(?: CONCURRENTLY)?';
      return (
        new RegExp(`^(?:ALTER TABLE \\S+ )?(?:${verbs}) (?:${kinds}) (?:public\\.)?(\\S+)`).exec(text)?.[1] ??
        []
      );
    });
  return files.flatMap((file, index) => {
    const later = new Set(files.slice(index + 1).flatMap((other) => namesIn(other, 'CREATE|ADD')));
    return namesIn(file, 'DROP').filter((name) => later.has(name));
  });
}
