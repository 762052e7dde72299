import { queryRows } from '../../../test/query-rows';
import type { Routine } from '../../schema/routine';
import { isVolatile } from './is-volatile';

const routine = (name: string, definition: string): Routine => ({
  schema: 'app',
  name,
  kind: 'function',
  identityArguments: '',
  arguments: '',
  result: 'integer',
  language: 'sql',
  definition,
  comment: null,
});
const routines = [
  routine(
    'ticket',
    'FUNCTION app.ticket()\n RETURNS integer\n LANGUAGE sql\nAS $function$\n STABLE $function$',
  ),
  routine(
    'Tenant Id',
    'FUNCTION app."Tenant Id"()\n RETURNS integer\n LANGUAGE sql\n STABLE\nAS $function$1$function$',
  ),
];

test.each([
  ['gen_random_uuid()', true],
  ['(public.uuid_generate_v4())::text', true],
  ["nextval('s'::regclass)", true],
  ['app.ticket()', true],
  ['(1 + app."ticket"())', true],
  ['app."Tenant Id"()', false],
  ['other.ticket()', true],
  ["('x'::public.citext)::text", false],
  ['now()', false],
  ["'random()'::text", false],
  ["'it''s random()'::text", false],
  ['CURRENT_TIMESTAMP', false],
])('%s is volatile: %s', (expression, expected) => {
  expect(isVolatile(expression, routines)).toBe(expected);
});

test('what the catalog says of Postgres functions, less those that look after the server or read tables as XML', async () => {
  const rows = await queryRows(
    String(process.env.RETORT_TEST_SERVER),
    `SELECT proname AS name, bool_or(provolatile = 'v') AS volatile FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f' AND NOT proretset
        AND prorettype NOT IN (SELECT oid FROM pg_type WHERE typtype = 'p' AND typname NOT LIKE 'any%') GROUP BY 1`,
  );
  const otherwise = rows.flatMap(({ name, volatile }) =>
    isVolatile(`${name}()`, []) === volatile ? [] : [String(name)],
  );
  const ofServer = /^(?:pg_|lo_|loread|lowrite|brin_|gin_|binary_upgrade|amvalidate|currtid2|txid_status)/;
  const ofTables = /^(?:ts_rewrite|(?:query|cursor)_to_xml)/;
  // Before Postgres 16 it is said of the one that takes a `timetz`.
  const once = /^timezone$/;
  expect(
    otherwise.filter((name) => ![ofServer, ofTables, once].some((besides) => besides.test(name))),
  ).toEqual([]);
});
