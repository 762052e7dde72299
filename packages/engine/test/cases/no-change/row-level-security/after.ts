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
  `ALTER TABLE ${schema}.person ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${schema}.person FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY own ON ${schema}.person USING (name = current_user)`,
  `CREATE POLICY adults ON ${schema}.person AS RESTRICTIVE FOR SELECT TO PUBLIC USING (age > 17)`,
  `CREATE POLICY add ON ${schema}.person FOR INSERT TO CURRENT_USER WITH CHECK (age > 0)`,
  `CREATE POLICY change ON ${schema}.person FOR UPDATE USING (true) WITH CHECK (age > 0)`,
];
