import { Column, Entity, Index, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) name!: string;
}
@ViewEntity({ materialized: true, expression: 'SELECT id, upper(name) AS loud FROM person' })
class LoudPerson {
  @ViewColumn() @Index('loud_id', { unique: true }) id!: number;
  @ViewColumn() @Index() loud!: string;
}

export const entities: CaseModels['entities'] = [Person, LoudPerson];
