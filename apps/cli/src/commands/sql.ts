import { findMigration, renderScript } from '@retort/engine/runner';
import { type Context, loadHistory } from '../context';
import { type ExitCode, exitCodes } from '../output/exit-code';

export interface SqlFlags {
  readonly from: string;
  readonly to: string;
}

/** Prints a script that brings a database from one migration to another, without asking any database. */
export async function sql(context: Context, { from, to }: SqlFlags): Promise<ExitCode> {
  const { reporter, project } = context;
  const history = await loadHistory(context);
  const { migrations } = history;
  const position = (target: string) => {
    if (target === 'base') return 0;
    return target === 'head'
      ? migrations.length
      : migrations.indexOf(findMigration('sql', migrations, target)) + 1;
  };
  const [start, end] = [position(from), position(to)];
  const direction = start <= end ? 'up' : 'down';
  const chosen = migrations.slice(Math.min(start, end), Math.max(start, end));
  const { migrationsTable = 'migrations', schema = '' } = project.config;
  const [first = '', second] = migrationsTable.split('.');
  const script = await renderScript({
    migrations: direction === 'up' ? chosen : [...chosen].reverse(),
    direction,
    location: {
      ...(second === undefined ? { schema, table: first } : { schema: first, table: second }),
      exists: false,
      journalExists: false,
    },
    history,
  });
  reporter.text(script);
  reporter.document({ command: 'sql', direction, migrations: chosen.map(({ stem }) => stem), script });
  return exitCodes.done;
}
