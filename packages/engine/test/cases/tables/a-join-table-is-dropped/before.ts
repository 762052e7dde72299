import { Entity, JoinTable, ManyToMany, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Tag {
  @PrimaryGeneratedColumn() id!: number;
}
@Entity()
class Post {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToMany(() => Tag) @JoinTable() tags!: Tag[];
}

export const entities: CaseModels['entities'] = [Tag, Post];
