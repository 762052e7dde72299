import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' }) id!: string;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
