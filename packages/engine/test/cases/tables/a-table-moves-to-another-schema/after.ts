import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ schema: 'new' })
class Widget {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'text' }) name!: string;
}

export const entities: CaseModels['entities'] = [Widget];
