import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'timestamp', default: () => 'now()' }) now!: Date;
  @Column({ type: 'timestamptz', default: () => 'CURRENT_TIMESTAMP' }) current!: Date;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'CURRENT_TIMESTAMP(3)' }) precise!: Date;
  @Column({ type: 'date', default: () => 'CURRENT_DATE' }) day!: string;
  @Column({ type: 'text', default: () => 'CURRENT_USER' }) who!: string;
  @Column({ type: 'uuid', default: () => 'gen_random_uuid()' }) id2!: string;
  @Column({ type: 'timestamp', default: () => `now() + interval '1 day'` }) later!: Date;
  @Column({ type: 'timestamp', default: () => `timezone('utc', now())` }) utc!: Date;
}

export const entities: CaseModels['entities'] = [Sample];
