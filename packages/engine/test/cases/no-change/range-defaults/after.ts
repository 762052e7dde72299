import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'int4range', default: '[1,10]' }) closed!: string;
  @Column({ type: 'tstzrange', default: () => 'tstzrange(now(), NULL)' }) open!: string;
}

export const entities: CaseModels['entities'] = [Sample];
