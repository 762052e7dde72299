import { Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Exclusion('no_overlap', 'USING gist ("during" WITH &&)')
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'tstzrange' }) during!: string;
}

export const entities: CaseModels['entities'] = [Widget];
