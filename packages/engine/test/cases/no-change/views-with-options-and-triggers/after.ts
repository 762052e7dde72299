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
  `CREATE VIEW ${schema}.adult WITH (security_barrier) AS SELECT * FROM ${schema}.person WHERE age > 17 WITH LOCAL CHECK OPTION`,
  `ALTER VIEW ${schema}.adult ALTER name SET DEFAULT 'x'`,
  `COMMENT ON VIEW ${schema}.adult IS 'adults'`,
  `COMMENT ON COLUMN ${schema}.adult.name IS 'a name'`,
  `CREATE FUNCTION ${schema}.stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
  `CREATE TRIGGER stop INSTEAD OF DELETE ON ${schema}.adult FOR EACH ROW EXECUTE FUNCTION ${schema}.stop()`,
];
