import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'json' }) json!: object;
  @Column({ type: 'jsonb' }) binary!: object;
  @Column({ type: 'xml' }) xml!: string;
  @Column({ type: 'jsonpath' }) path!: string;
}

export const entities: CaseModels['entities'] = [Sample];
