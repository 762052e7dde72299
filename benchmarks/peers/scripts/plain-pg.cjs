// What migrating costs at least: read the files, ask what is applied, run each of the others in a transaction.
const { readdirSync, readFileSync } = require('node:fs');
const { Client } = require('pg');

async function main(command) {
  const client = new Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  await client.query(
    'CREATE TABLE IF NOT EXISTS applied (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query('SELECT name FROM applied');
  const applied = new Set(rows.map(({ name }) => name));
  const pending = readdirSync('migrations')
    .sort()
    .filter((name) => !applied.has(name));
  if (command === 'status') {
    console.log(`applied ${applied.size}, pending ${pending.length}`);
  } else {
    for (const name of pending) {
      const sql = readFileSync(`migrations/${name}`, 'utf8');
      await client.query(`BEGIN; ${sql} INSERT INTO applied (name) VALUES ('${name}'); COMMIT`);
    }
  }
  await client.end();
}

main(process.argv[2]);
