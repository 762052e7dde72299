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
  `CREATE FUNCTION ${schema}.f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a + 1'`,
  `ALTER TABLE ${schema}.widget ADD CONSTRAINT plus CHECK (${schema}.f(size) > 0)`,
  `CREATE INDEX by_f ON ${schema}.widget (${schema}.f(size))`,
  `CREATE VIEW ${schema}.v AS SELECT ${schema}.f(size) AS f FROM ${schema}.widget`,
];
