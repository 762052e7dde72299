import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryGeneratedColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Person];

export const options: CaseModels['options'] = { entityPrefix: 'app_', cache: true };
