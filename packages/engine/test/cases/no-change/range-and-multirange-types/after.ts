import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'int4range' }) ints!: string;
  @Column({ type: 'int8range' }) bigs!: string;
  @Column({ type: 'numrange' }) nums!: string;
  @Column({ type: 'tsrange' }) times!: string;
  @Column({ type: 'tstzrange' }) zoned!: string;
  @Column({ type: 'daterange' }) days!: string;
  @Column({ type: 'datemultirange' }) many!: string;
}

export const entities: CaseModels['entities'] = [Sample];
