import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'timestamp' }) plain!: Date;
  @Column({ type: 'timestamptz' }) zoned!: Date;
  @Column({ type: 'timestamp without time zone', precision: 3 }) millis!: Date;
  @Column({ type: 'timestamp with time zone', precision: 0 }) seconds!: Date;
}

export const entities: CaseModels['entities'] = [Sample];
