import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'citext' }) email!: string;
  @Column({ type: 'hstore' }) pairs!: string;
  @Column({ type: 'cube' }) cube!: string;
  @Column({ type: 'ltree' }) tree!: string;
}

export const entities: CaseModels['entities'] = [Sample];
