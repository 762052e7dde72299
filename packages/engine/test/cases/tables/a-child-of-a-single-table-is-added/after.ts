import { ChildEntity, Column, Entity, PrimaryGeneratedColumn, TableInheritance } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@TableInheritance({ column: { type: 'varchar', name: 'kind' } })
class Content {
  @PrimaryGeneratedColumn() id!: number;
}
@ChildEntity()
class Photo extends Content {
  @Column({ type: 'int', nullable: true }) width!: number;
}
@ChildEntity()
class Song extends Content {
  @Column({ type: 'int', nullable: true }) length!: number;
}

export const entities: CaseModels['entities'] = [Content, Photo, Song];
