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
