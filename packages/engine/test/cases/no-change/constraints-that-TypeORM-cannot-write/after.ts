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
  `ALTER TABLE ${schema}.person ADD CONSTRAINT weak CHECK (age > 0) NO INHERIT`,
  `ALTER TABLE ${schema}.person ADD CONSTRAINT unseen CHECK (age < 200) NOT VALID`,
  `ALTER TABLE ${schema}.person ADD CONSTRAINT covering UNIQUE (age) INCLUDE (name)`,
  `ALTER TABLE ${schema}.person ADD boss int, ADD CONSTRAINT boss FOREIGN KEY (boss) REFERENCES ${schema}.person (age) MATCH FULL ON DELETE SET NULL DEFERRABLE`,
  `COMMENT ON CONSTRAINT weak ON ${schema}.person IS 'a comment'`,
];
