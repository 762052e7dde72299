import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ comment: 'All the people, of "all" times' })
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [Person];
