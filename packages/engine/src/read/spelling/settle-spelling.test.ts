import { createTestDatabase } from '@retort/services/testing';
import { withConnection } from '../../connect/connect';
import { readSchema } from '../read-schema';

describe('settleSpelling', () => {
  it('spells an expression as Postgres does the second time, wherever it stands', async () => {
    const database = await createTestDatabase();
    try {
      await withConnection(database.url, async (client) => {
        await client.query(`
          CREATE DOMAIN short AS varchar CHECK (VALUE IN ('s', 'm'));
          CREATE TABLE t (a varchar DEFAULT 'x', n numeric, c char(3), e text, CHECK (a IN ('x', 'y')),
            CHECK (n IN (1, 2)), CHECK (n BETWEEN 1 AND 2 AND a = 'x' AND d), CHECK ((a, n) <> ('x', 1) OR n IN (id, 3)),
            CHECK (NOT (n NOT IN (id, 2) AND d OR a IN (e, 'x') OR d)), id int, CHECK (c IN ('a', 'b')), CHECK (a NOT IN ('p', 'q')),
            b boolean GENERATED ALWAYS AS (a IN ('x', 'y')) STORED, d boolean DEFAULT ('a'::varchar IN ('x', 'y')));
          CREATE INDEX i ON t (a, (a IN ('x', 'y'))) WHERE n BETWEEN 1 AND 2 AND a IN ('x', 'y');
          CREATE VIEW v AS SELECT count(*) FILTER (WHERE n BETWEEN 1 AND 2 AND d) FROM t WHERE n BETWEEN 1 AND 2 AND c IN ('a', 'b');
          CREATE POLICY p ON t USING (n NOT BETWEEN 1 AND 2 OR a IN ('x', 'y'));
          CREATE RULE r AS ON DELETE TO t WHERE old.a IN ('x', 'y') DO INSTEAD NOTHING;
          CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
          CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (new.a IN ('x', 'y')) EXECUTE FUNCTION f();`);
        const first = await readSchema(client);
        const [table] = first.tables;
        const [view] = first.views;
        const [index] = table?.indexes ?? [];
        const [domain] = first.domains;
        const checks = (table?.constraints ?? []).map(
          ({ name, definition }) => `ADD CONSTRAINT ${name} ${definition}`,
        );
        const generated = table?.columns.find(({ name }) => name === 'b')?.value;
        const defaulted = table?.columns.find(({ name }) => name === 'd')?.value;
        await client.query(
          `
          DROP VIEW v; DROP INDEX i; DROP POLICY p ON t; DROP RULE r ON t; DROP TRIGGER g ON t;
          ALTER TABLE t ${table?.constraints.map(({ name }) => `DROP CONSTRAINT ${name}`).join()}, DROP b;
          ALTER TABLE t ${checks.join()};
          ALTER TABLE t ADD b boolean GENERATED ALWAYS AS (${generated?.kind === 'generated' && generated.expression}) STORED;
          ALTER TABLE t ALTER d SET DEFAULT ${defaulted?.kind === 'default' && defaulted.expression};
          ALTER DOMAIN short DROP CONSTRAINT ${domain?.checks[0]?.name};
          ALTER DOMAIN short ADD CONSTRAINT ${domain?.checks[0]?.name} ${domain?.checks[0]?.definition};`,
        );
        await client.query(`${index?.definition}; ${table?.triggers[0]?.definition}; ${table?.rules[0]?.definition}
          CREATE POLICY p ON t USING ${table?.policies[0]?.using};
          CREATE VIEW v AS ${view?.definition};`);
        const second = await readSchema(client);
        const order = (schema: typeof first) => ({
          ...schema,
          tables: schema.tables.map((one) => ({
            ...one,
            columns: [...one.columns].sort((a, b) => (a.name < b.name ? -1 : 1)),
          })),
        });
        expect(order(second)).toEqual(order(first));
        expect(JSON.stringify(first)).toContain('::character varying)::text');
        expect(JSON.stringify(first)).toContain('(n >= (1)::numeric) AND (n <= (2)::numeric) AND ');
      });
    } finally {
      await database.drop();
    }
  });
});
