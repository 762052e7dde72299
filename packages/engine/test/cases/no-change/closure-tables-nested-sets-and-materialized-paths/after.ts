import { Entity, PrimaryGeneratedColumn, Tree, TreeChildren, TreeLevelColumn, TreeParent } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Tree('closure-table', {
  closureTableName: 'folder_tree',
  ancestorColumnName: () => 'above',
  descendantColumnName: () => 'below',
})
class Folder {
  @PrimaryGeneratedColumn() id!: number;
  @TreeParent({ onDelete: 'CASCADE' }) parent!: Folder;
  @TreeChildren() children!: Folder[];
  @TreeLevelColumn() level!: number;
}
@Entity()
@Tree('nested-set')
class Category {
  @PrimaryGeneratedColumn() id!: number;
  @TreeParent() parent!: Category;
  @TreeChildren() children!: Category[];
}
@Entity()
@Tree('materialized-path')
class Comment {
  @PrimaryGeneratedColumn() id!: number;
  @TreeParent() parent!: Comment;
  @TreeChildren() children!: Comment[];
}

export const entities: CaseModels['entities'] = [Folder, Category, Comment];
