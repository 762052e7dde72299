import { catchError } from '../../../test/catch-error';
import { makeHistory } from '../../../test/make-history';
import type { Migration } from '../../history/history';
import { resolveDownTarget, resolveUpTarget } from './resolve-target';

const { migrations } = makeHistory(
  { slug: 'add_users' },
  { slug: 'add_users_email' },
  { slug: 'add_widgets' },
  { slug: 'add_tags' },
);
const state = { applied: migrations.slice(0, 2), pending: migrations.slice(2) };
const all = { applied: migrations, pending: [] };
const none = { applied: [], pending: migrations };

function slugs(found: readonly Migration[]): readonly string[] {
  return found.map(({ slug }) => slug);
}

describe('resolveUpTarget', () => {
  it.each([
    ['head', ['add_widgets', 'add_tags']],
    ['+0', []],
    ['+1', ['add_widgets']],
    ['+2', ['add_widgets', 'add_tags']],
    ['1700000000002_add_widgets', ['add_widgets']],
    ['add_widgets', ['add_widgets']],
    ['AddTags1700000000003', ['add_widgets', 'add_tags']],
    ['add_t', ['add_widgets', 'add_tags']],
    ['1700000000002', ['add_widgets']],
    ['add_users', []],
    ['1700000000000_add_users', []],
    ['1700000000002_add_widgets.ts', ['add_widgets']],
    ['src/versions/1700000000002_add_widgets.ts', ['add_widgets']],
    ['dist/versions/1700000000002_add_widgets.js', ['add_widgets']],
  ])('reads %s', (target, expected) => {
    expect(slugs(resolveUpTarget(state, target))).toEqual(expected);
  });

  it.each([
    ['+3', 'the number of pending migrations is 2'],
    ['+1x', 'no migration has that name or begins with it'],
    ['add_colors', 'no migration has that name or begins with it'],
    ['', 'it is empty'],
    ['add_user', 'it fits both 1700000000000_add_users and 1700000000001_add_users_email'],
    ['17', 'it fits both 1700000000000_add_users and 1700000000001_add_users_email'],
  ])('refuses %j', (target, because) => {
    expect(catchError(() => resolveUpTarget(state, target))).toMatchObject({
      message: `The target ${JSON.stringify(target)} cannot be reached: ${because}.`,
      at: 'TO (retort migrate --to)',
      next: 'Use head, +N, or a name that this prints: retort history',
      kind: 'settings',
    });
  });
});

describe('resolveDownTarget', () => {
  it.each([
    ['base', ['add_tags', 'add_widgets', 'add_users_email', 'add_users']],
    ['-0', []],
    ['-1', ['add_tags']],
    ['-3', ['add_tags', 'add_widgets', 'add_users_email']],
    ['add_users_email', ['add_tags', 'add_widgets']],
    ['add_users', ['add_tags', 'add_widgets', 'add_users_email']],
    ['add_tags', []],
  ])('reads %s', (target, expected) => {
    expect(slugs(resolveDownTarget(all, target))).toEqual(expected);
  });

  it('undoes in the order in which they ran, which is not always that of time', () => {
    const applied = [2, 0, 1].flatMap((index) => migrations[index] ?? []);
    expect(slugs(resolveDownTarget({ applied, pending: [] }, 'base'))).toEqual([
      'add_users_email',
      'add_users',
      'add_widgets',
    ]);
  });

  it.each([
    ['-3', 'the number of applied migrations is 2', state],
    ['-2', 'the number of applied migrations is 1', { ...state, applied: migrations.slice(0, 1) }],
    ['add_tags', '1700000000003_add_tags is not applied', state],
  ])('refuses %s, since %s', (target, because, from) => {
    expect(catchError(() => resolveDownTarget(from, target))).toMatchObject({
      message: `The target ${JSON.stringify(target)} cannot be reached: ${because}.`,
      at: 'TO (retort downgrade --to)',
      next: 'Use base, -N, or a name that this prints: retort history',
      kind: 'settings',
    });
  });

  it('has nothing to do where none is applied, however many are to be undone', () => {
    expect(resolveDownTarget(none, '-1')).toEqual([]);
    expect(resolveDownTarget(none, '-3')).toEqual([]);
  });
});

it('has nothing to do where none is pending, however many are to be applied', () => {
  expect(resolveUpTarget(all, '+1')).toEqual([]);
});

it.each([
  ['-1', 'make db-downgrade TO=-1'],
  ['base', 'make db-downgrade TO=base'],
])('says what goes back, where %s is to be applied', (target, command) => {
  expect(catchError(() => resolveUpTarget(state, target))).toMatchObject({
    next: `That is the way back: ${command}`,
  });
});

it.each([
  ['+1', 'make db-migrate TO=+1'],
  ['head', 'make db-migrate TO=head'],
])('says what goes up, where %s is to be undone', (target, command) => {
  expect(catchError(() => resolveDownTarget(state, target))).toMatchObject({
    next: `That is the way up: ${command}`,
  });
});
