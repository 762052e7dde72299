import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryGeneratedColumn('uuid') id!: string;
}

export const entities: CaseModels['entities'] = [Person];

export const options: CaseModels['options'] = { uuidExtension: 'pgcrypto' };
