import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'person_pk' }) id!: string;
}

export const entities: CaseModels['entities'] = [Person];
