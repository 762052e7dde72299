import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Folder {
  @PrimaryGeneratedColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Folder];
