import { Entity, PrimaryGeneratedColumn, Tree, TreeChildren, TreeParent } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Tree('closure-table')
class Folder {
  @PrimaryGeneratedColumn() id!: number;
  @TreeParent() parent!: Folder;
  @TreeChildren() children!: Folder[];
}

export const entities: CaseModels['entities'] = [Folder];
