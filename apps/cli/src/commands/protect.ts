import { userInfo } from 'node:os';
import { parseDatabaseUrl, readProtection, writeProtection } from '@retort/engine/runner';
import type { Context } from '../context';
import { resolveDatabase } from '../database/resolve-database';
import { type ExitCode, exitCodes } from '../output/exit-code';
import { refuseProtected } from './refuse-protected';

export interface ProtectFlags {
  readonly off: boolean;
  readonly confirm: string | undefined;
}

/** Marks the database as one in which nothing may be lost by mistake, or takes the mark away. */
export async function protect(context: Context, { off, confirm }: ProtectFlags): Promise<ExitCode> {
  const { reporter } = context;
  const database = await resolveDatabase(context);
  const { database: name } = parseDatabaseUrl(database.url);
  const before = await readProtection(database);
  if (off) {
    if (before !== undefined) await refuseProtected(database, 'takes the protection away', confirm);
    await writeProtection(database, undefined);
    reporter.line(`The database ${name} is not protected.`);
  } else {
    if (before === undefined) {
      await writeProtection(
        database,
        `since ${new Date().toISOString().slice(0, 10)}, by ${userInfo().username}`,
      );
    }
    reporter.line(`The database ${name} is protected: what can lose data asks for its name.`);
  }
  reporter.document({ command: 'protect', database: name, protected: !off });
  return exitCodes.done;
}
