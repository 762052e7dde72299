import { shop } from './shop';

const { query, database } = shop;

describe('a protected database', () => {
  test('loses nothing, unless its name is typed', async () => {
    await shop.project.run(['migrate']);
    expect((await shop.project.run(['protect'])).stdout).toBe(
      `The database ${database()} is protected: what can lose data asks for its name.\n`,
    );
    for (const [command, does] of [
      [['downgrade'], 'loses data: ALTER TABLE users DROP COLUMN age'],
      [['stamp', 'base'], 'changes what counts as applied'],
      [['protect', '--off'], 'takes the protection away'],
      [['prepare', '--message', 'x', '--allow', 'all'], 'allows what loses data'],
    ] as const) {
      expect(await shop.project.run(command)).toMatchObject({
        exitCode: 6,
        stderr: expect.stringMatching(
          new RegExp(
            `^error  The database ${database()} is protected \\(since .*\\), and this ${does}\\.\nat .*\nnext   Is it meant\\? Type its name after the same command: --confirm ${database()}\n$`,
          ),
        ),
      });
    }
    expect((await shop.project.run(['wipe'])).exitCode).toBe(6);
    expect((await shop.project.run(['downgrade', '--confirm', 'other'])).exitCode).toBe(6);
    expect((await shop.project.run(['downgrade', '--confirm', database()])).exitCode).toBe(0);
    expect((await shop.project.run(['protect', '--off', '--confirm', database()])).exitCode).toBe(0);
    expect((await shop.project.run(['downgrade'])).exitCode).toBe(0);
  });

  test('is named as a shell takes it', async () => {
    const url = new URL(shop.project.url);
    url.pathname = `/${encodeURIComponent(`${database()} é`)}`;
    await query(`CREATE DATABASE "${database()} é"`);
    const there = { POSTGRES_URL: url.href };
    await shop.project.run(['protect'], there);
    expect((await shop.project.run(['protect', '--off'], there)).stderr).toContain(
      ` --confirm '${database()} é'\n`,
    );
    await query(`DROP DATABASE "${database()} é"`);
  });
});

test('a role that may make no database compares on another server, named by RETORT_SCRATCH_URL', async () => {
  const role = `deployer_${Math.random().toString(36).slice(2)}`;
  await query(`CREATE ROLE ${role} LOGIN PASSWORD 'p%p'; GRANT ALL ON SCHEMA public TO ${role}`);
  try {
    const url = new URL(shop.project.url);
    url.username = role;
    url.password = 'p%25p';
    const POSTGRES_URL = `${url}?sslmode=prefer`;
    expect((await shop.project.run(['migrate', '--to', '+1'], { POSTGRES_URL })).exitCode).toBe(0);
    expect(await shop.project.run(['check'], { POSTGRES_URL })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('may not create a scratch database'),
    });
    const elsewhere = { POSTGRES_URL, RETORT_SCRATCH_URL: `${shop.project.url}?sslmode=prefer` };
    expect((await shop.project.run(['check'], elsewhere)).exitCode).toBe(4);
    const reading = { POSTGRES_URL: `${shop.project.url}?options=-cdefault_transaction_read_only%3Don` };
    const examined = async (environment: Readonly<Record<string, string>>) =>
      /^(\w+) +scratch +([^,:\n]*)/m.exec((await shop.project.run(['doctor'], environment)).stdout)?.slice(1);
    expect(await examined({ POSTGRES_URL })).toEqual([
      'warning',
      'the role may not create scratch databases',
    ]);
    expect(await examined(reading)).toEqual(['warning', 'sessions there only read']);
    expect(await examined(elsewhere)).toEqual(['ok', 'the role may create scratch databases']);
    expect(
      (await shop.project.run(['check'], { ...elsewhere, RETORT_SCRATCH_URL: 'mysql://x' })).stderr,
    ).toContain('error  RETORT_SCRATCH_URL is not a Postgres URL');
  } finally {
    await query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});
