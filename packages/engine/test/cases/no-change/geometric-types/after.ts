import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'point' }) point!: string;
  @Column({ type: 'line' }) line!: string;
  @Column({ type: 'lseg' }) segment!: string;
  @Column({ type: 'box' }) box!: string;
  @Column({ type: 'path' }) path!: string;
  @Column({ type: 'polygon' }) polygon!: string;
  @Column({ type: 'circle' }) circle!: string;
}

export const entities: CaseModels['entities'] = [Sample];
