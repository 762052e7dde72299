import { errorCode } from '../../errors/error-code';
import { failedStatement } from '../../errors/statement-error';

/** A migration that was copied out of a script for psql: what of it only psql can do, and what to write instead. */
export function explainPsqlOnly(
  error: unknown,
): { readonly what: string; readonly next: string } | undefined {
  const failed = failedStatement(error);
  if (failed === undefined || !(error instanceof Error)) return undefined;
  // query_canceled: of the client itself, which has nothing to send.
  if (errorCode(error) === '57014' && /^COPY from stdin failed/i.test(error.message)) {
    return {
      what: 'COPY … FROM STDIN reads rows that psql sends after it, and a migration sends none',
      next: 'Write the rows as INSERT (pg_dump --inserts does)',
    };
  }
  const command = /^[ \t]*(\\\S+)/m.exec(failed.query)?.[1];
  // syntax_error
  if (errorCode(error) !== '42601' || command === undefined || !error.message.includes('"\\"'))
    return undefined;
  return {
    what: `${command} is a command of psql, which the server does not know`,
    next: `Take ${command} out of that file`,
  };
}
