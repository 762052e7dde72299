import { snakeCase } from './snake-case';

it.each([
  ['id', 'id'],
  ['ownerId', 'owner_id'],
  ['widget_name', 'widget_name'],
  ['HTMLParser', 'html_parser'],
  ['parseHTML', 'parse_html'],
  ['address2', 'address2'],
  ['address2Line', 'address2_line'],
  ['ÉtatCivil', 'état_civil'],
])('%s becomes %s', (name, expected) => {
  expect(snakeCase(name)).toBe(expected);
});
