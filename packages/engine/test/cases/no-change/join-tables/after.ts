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
  @ManyToMany(() => Tag)
  @JoinTable({ name: 'odd join', joinColumn: { name: 'p' }, inverseJoinColumn: { name: 't' } })
  named!: Tag[];
  @ManyToMany(() => Post) @JoinTable() related!: Post[];
}

export const entities: CaseModels['entities'] = [Tag, Post];
