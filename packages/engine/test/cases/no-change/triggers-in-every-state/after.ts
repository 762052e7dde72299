import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) email!: string;
  @Column({ type: 'int' }) age!: number;
}

export const entities: CaseModels['entities'] = [Person];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
  `CREATE TRIGGER touch BEFORE UPDATE ON ${schema}.person FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION ${schema}.touch()`,
  `CREATE TRIGGER names AFTER INSERT OR UPDATE OF name, email ON ${schema}.person FOR EACH ROW EXECUTE FUNCTION ${schema}.touch('a', 'it''s')`,
  `CREATE TRIGGER off AFTER DELETE ON ${schema}.person REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.touch()`,
  `ALTER TABLE ${schema}.person DISABLE TRIGGER off`,
  `CREATE CONSTRAINT TRIGGER later AFTER INSERT ON ${schema}.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${schema}.touch()`,
  `ALTER TABLE ${schema}.person ENABLE ALWAYS TRIGGER later`,
  `COMMENT ON TRIGGER touch ON ${schema}.person IS 'touches'`,
];
