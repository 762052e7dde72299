import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Tag {
  @PrimaryGeneratedColumn() id!: number;
}
@Entity()
class Post {
  @PrimaryGeneratedColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Tag, Post];
