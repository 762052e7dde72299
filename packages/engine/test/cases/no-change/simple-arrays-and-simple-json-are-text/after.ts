import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'simple-array' }) list!: string[];
  @Column({ type: 'simple-json' }) json!: object;
}

export const entities: CaseModels['entities'] = [Sample];
