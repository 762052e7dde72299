import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'jsonb', default: {} }) empty!: object;
  @Column({ type: 'jsonb', default: { b: 1, a: [true, null] } }) keys!: object;
  @Column({ type: 'json', default: { b: 1, a: 2 } }) text!: object;
  @Column({ type: 'jsonb', default: [] }) list!: object;
  @Column({ type: 'jsonb', default: () => `'[]'::jsonb` }) cast!: object;
}

export const entities: CaseModels['entities'] = [Sample];
