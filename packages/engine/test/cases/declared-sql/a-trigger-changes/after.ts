import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'int' }) size!: number;
}

export const entities: CaseModels['entities'] = [Widget];

export const sql: CaseModels['sql'] = (schema) => [
  `CREATE FUNCTION ${schema}.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
  `CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name ON ${schema}.widget FOR EACH ROW EXECUTE FUNCTION ${schema}.touch()`,
];
