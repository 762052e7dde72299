import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [Person];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.plus(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT a + b'`,
  `CREATE FUNCTION ${schema}.plus(a text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN a || '$'; END $$`,
  `CREATE FUNCTION ${schema}.pairs() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$ VALUES (1, 'x') $$`,
  `CREATE FUNCTION ${schema}.both(INOUT a int, OUT b int, VARIADIC c int[]) LANGUAGE sql AS $$ SELECT 1, 2 $$`,
  `CREATE PROCEDURE ${schema}.nothing() LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$ BEGIN END $$`,
  `COMMENT ON FUNCTION ${schema}.plus(int, int) IS 'adds'`,
];
