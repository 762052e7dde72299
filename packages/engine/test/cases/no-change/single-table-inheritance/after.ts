import { ChildEntity, Column, Entity, PrimaryGeneratedColumn, TableInheritance } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@TableInheritance({ column: { type: 'varchar', name: 'kind' } })
class Content {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'text' }) title!: string;
}
@ChildEntity()
class Photo extends Content {
  @Column({ type: 'int' }) width!: number;
}
@ChildEntity('q')
class Question extends Content {
  @Column({ type: 'int', nullable: true }) answers!: number;
}

export const entities: CaseModels['entities'] = [Content, Photo, Question];
