// Umzug with SQL files and a table of its own, as its documentation has it for a database without an ORM.
const { readFileSync } = require('node:fs');
const { Client } = require('pg');
const { Umzug } = require('umzug');

async function main(command) {
  const client = new Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS umzug (name text PRIMARY KEY)');
  const umzug = new Umzug({
    migrations: {
      glob: 'migrations/*.sql',
      resolve: ({ name, path, context }) => ({
        name,
        up: () => context.query(`BEGIN; ${readFileSync(path, 'utf8')}; COMMIT`),
      }),
    },
    context: client,
    storage: {
      executed: async () =>
        (await client.query('SELECT name FROM umzug ORDER BY name')).rows.map(({ name }) => name),
      logMigration: ({ name }) => client.query('INSERT INTO umzug (name) VALUES ($1)', [name]),
      unlogMigration: ({ name }) => client.query('DELETE FROM umzug WHERE name = $1', [name]),
    },
    logger: undefined,
  });
  if (command === 'status') {
    const pending = await umzug.pending();
    console.log(`applied ${(await umzug.executed()).length}, pending ${pending.length}`);
  } else {
    await umzug.up();
  }
  await client.end();
}

main(process.argv[2]);
