import { execFileSync } from 'node:child_process';
import { journalled } from '../../../test/journalled';
import { queryRows } from '../../../test/query-rows';
import type { WrittenSketch } from '../../../test/written-history';
import { notWritten } from '../../write/render-migration';

const { up, down, tables, journal, statuses } = journalled;

describe('a migration that was edited after it ran', () => {
  const editUsers = () =>
    journalled.files.write(0, 'add_users', {
      up: ['CREATE TABLE users (id uuid)'],
      down: ['DROP TABLE users'],
    });

  it('stops the way up with the difference, and the way down over it', async () => {
    await up();
    const [row = {}] = await journal('M1700000000000');
    editUsers();
    journalled.files.write(2, 'add_tags', { up: ['CREATE TABLE tags ()'] });
    expect(await statuses()).toEqual(['edited add_users', 'applied add_widgets', 'pending add_tags']);
    const path = `${journalled.files.folder}/1700000000000_add_users.ts`;
    const finished = (row.finished_at as Date).toISOString();
    const explained = {
      message: `The migration 1700000000000_add_users was edited after it was applied (${finished}, by ${row.os_user}@${row.host} as postgres).`,
      at: `${path}\n- CREATE TABLE users (id text)\n+ CREATE TABLE users (id uuid)`,
      next: `Write it as it was, or undo what ran and run the edited one: retort downgrade --from-journal --to base, make db-migrate`,
      kind: 'conflict',
    };
    await expect(up()).rejects.toMatchObject(explained);
    await expect(down('base')).rejects.toMatchObject(explained);
    expect(await tables()).toEqual(['users', 'widgets']);
    expect(await down('-1')).toHaveLength(1);
  });

  it('is brought back by the version that git has of what ran', async () => {
    const path = `${journalled.files.folder}/1700000000000_add_users.ts`;
    const git = (...parameters: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.invalid', ...parameters], {
        cwd: journalled.files.folder,
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    const told = async () => {
      const error: unknown = await up().catch((thrown: unknown) => thrown);
      return String((error as { readonly next: string }).next).split(', or undo')[0];
    };
    git('init', '--quiet');
    await up();
    editUsers();
    expect(await told()).toBe('Write it as it was');
    journalled.files.write(0, 'add_users', {
      up: ['CREATE TABLE users (id text)'],
      down: ['DROP TABLE users'],
    });
    git('add', '.');
    git('commit', '--quiet', '-m', 'as it ran');
    const ran = git('rev-parse', '--short', 'HEAD');
    editUsers();
    expect(await told()).toBe(`git checkout HEAD -- '${path}'`);
    git('commit', '--quiet', '--all', '-m', 'edited');
    expect(await told()).toBe(`git checkout ${ran} -- '${path}'`);
    git('commit', '--quiet', '--allow-empty', '-m', 'later');
    await queryRows(
      journalled.database.url,
      `UPDATE retort_journal SET revision = '${git('rev-parse', 'HEAD~2')}'`,
    );
    expect(await told()).toBe(`git checkout ${git('rev-parse', '--short=12', 'HEAD~2')} -- '${path}'`);
  });

  it('is shown as far as thirty lines, and how many more there are', async () => {
    const statements = (word: string) => Array.from({ length: 17 }, (_one, at) => `SELECT '${word} ${at}'`);
    journalled.files.write(1, 'add_widgets', { up: statements('was'), down: [] });
    await up();
    journalled.files.write(1, 'add_widgets', { up: statements('is'), down: [] });
    const { at } = (await up().catch((error: { readonly at: string }) => error)) as { readonly at: string };
    expect(at.split('\n')).toHaveLength(32);
    expect(at).toMatch(/\n… and 4 more lines$/);
  });

  it('shows no password of it', async () => {
    journalled.files.write(1, 'add_widgets', { up: [`SELECT 1 AS "password 'first'"`], down: [] });
    await up();
    journalled.files.write(1, 'add_widgets', { up: [`SELECT 2 AS "password 'second'"`], down: [] });
    await expect(up()).rejects.toMatchObject({
      at: `${journalled.files.folder}/1700000000001_add_widgets.ts\n- SELECT 1 AS "password '*****'"\n+ SELECT 2 AS "password '******'"`,
    });
  });

  it('does not stop anything where only its comments and its layout were', async () => {
    await up();
    journalled.files.write(0, 'add_users', {
      up: `  // why\n  await queryRunner.query(\n 'CREATE TABLE users (id text)')`,
      down: ['DROP TABLE users'],
    });
    expect(await up()).toEqual([]);
  });

  it('is still known as it ran when undoing it from the journal fails', async () => {
    await up();
    const [before] = await journal('M1700000000000');
    editUsers();
    await queryRows(journalled.database.url, 'CREATE VIEW names AS SELECT id FROM users');
    await expect(down('base', true)).rejects.toMatchObject({ kind: 'failed' });
    const [after] = await journal('M1700000000000');
    expect(after).toMatchObject({
      state: 'failed',
      direction: 'down',
      error: expect.stringContaining('names'),
    });
    expect([after?.checksum, after?.source, after?.up]).toEqual([
      before?.checksum,
      before?.source,
      before?.up,
    ]);
    expect(await statuses()).toEqual(['edited add_users', 'pending add_widgets']);
    await queryRows(journalled.database.url, 'DROP VIEW names');
    expect(await down('base', true)).toHaveLength(1);
    expect(await tables()).toEqual([]);
  });

  it('is undone by what ran, from the journal', async () => {
    await up();
    journalled.files.write(0, 'add_users', { up: ['CREATE TABLE people ()'], down: ['DROP TABLE people'] });
    expect(await down('base', true)).toHaveLength(2);
    expect(await tables()).toEqual([]);
    await up();
    expect(await tables()).toEqual(['people', 'widgets']);
  });

  describe('in its down alone, which could not undo anything', () => {
    const up = ['CREATE TABLE widgets ()'];
    const write = (sketch: WrittenSketch) => journalled.files.write(1, 'add_widgets', { up, ...sketch });

    it.each([
      ['since it failed', ['DROP TABLE wigdets']],
      ['since it was not written', `throw new Error('${notWritten('down')}');`],
    ])('%s, is taken as it is corrected', async (_why, wrong) => {
      write({ down: wrong });
      await journalled.up();
      await expect(down('-1')).rejects.toMatchObject({
        next: expect.stringMatching(/its down in that file, then: make db-downgrade$/),
      });
      write({ down: ['DROP TABLE widgets'] });
      expect(await statuses()).toEqual(['applied add_users', 'applied add_widgets']);
      expect(await journalled.up()).toEqual([]);
      expect(await down('-1')).toHaveLength(1);
      expect(await tables()).toEqual(['users']);
    });

    it('is taken before anybody tried it', async () => {
      write({ down: `throw new Error('${notWritten('down')}');` });
      await journalled.up();
      write({ down: `for (const table of ['widgets']) await queryRunner.query('DROP TABLE ' + table);` });
      expect(await journalled.up()).toEqual([]);
      expect(await down('-1')).toHaveLength(1);
    });

    it('stops everything where its up was edited with it', async () => {
      write({ down: ['DROP TABLE wigdets'] });
      await journalled.up();
      await expect(down('-1')).rejects.toMatchObject({ kind: 'failed' });
      write({ up: ['CREATE TABLE widgets (id text)'], down: ['DROP TABLE widgets'] });
      await expect(down('-1')).rejects.toMatchObject({ kind: 'conflict' });
      expect(await statuses()).toEqual(['applied add_users', 'edited add_widgets']);
    });

    it('stops the way where its down was as good as any', async () => {
      await journalled.up();
      write({ down: ['DROP TABLE widgets CASCADE'] });
      await expect(down('-1')).rejects.toMatchObject({ kind: 'conflict' });
    });
  });
});
