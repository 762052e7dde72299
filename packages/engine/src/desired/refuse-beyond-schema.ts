import { RetortError } from '../errors/retort-error';
import { splitStatements } from '../sql/split-statements';
import { type DeclaredSql, declaredPath, declaredText } from './declared-sql';

/** What declared SQL says that is none of the schema: no comparison finds it, so that no migration would do it. */
export function refuseBeyondSchema(declared: DeclaredSql): void {
  for (const statement of splitStatements(declaredText(declared))) {
    // A name says nothing about the statement.
    const words = statement.replaceAll(/"(?:[^"]|"")*"/g, '""');
    const found = beyondSchema.find(({ pattern }) => pattern.test(words));
    if (found === undefined) continue;
    throw new RetortError({
      what: `The declared SQL ${found.does}, and a comparison of schemas does not find that: ${shortened(statement)}`,
      at: declaredPath(declared),
      next: found.next,
    });
  }
}

const byHand = 'Do it in a migration written by hand: make db-prepare MSG="…" MANUAL=1';
const ofServer =
  'Do it where the server is set up: here it would be done each time that this is looked at, and by no migration';

const beyondSchema = [
  {
    pattern: /^ALTER DEFAULT PRIVILEGES\b/i,
    does: 'changes default privileges',
    next: `${byHand}; or give what is made here with GRANT`,
  },
  {
    pattern:
      /^(?:CREATE|ALTER|DROP) (?:ROLE|USER(?! MAPPING)|GROUP|DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM)\b/i,
    does: 'changes the server',
    next: ofServer,
  },
  // Of roles only the members are given without ON.
  { pattern: /^(?:GRANT|REVOKE) (?!.* ON )/i, does: 'changes the members of a role', next: ofServer },
  {
    pattern: /^(?:GRANT|REVOKE) .* ON (?:DATABASE|TABLESPACE|PARAMETER)\b/i,
    does: 'changes the server',
    next: ofServer,
  },
  {
    pattern: /^(?:GRANT|REVOKE) .* ON (?:LANGUAGE|LARGE OBJECT|FOREIGN)\b/i,
    does: 'gives what is not compared',
    next: byHand,
  },
  {
    pattern: /^COMMENT ON (?:ROLE|DATABASE|TABLESPACE|SUBSCRIPTION)\b/i,
    does: 'changes the server',
    next: ofServer,
  },
] as const;

function shortened(statement: string): string {
  return statement.length > 100 ? `${statement.slice(0, 99)}…` : statement;
}
