import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Check('listed', '"size" = ANY (ARRAY[1, 2])')
@Check('ranged', '"id" <> 1 OR "size" <> 2 OR "size" >= 1 AND "size" <= 5 AND "id" > 0 OR "id" = 3')
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int' }) size!: number;
}

export const entities: CaseModels['entities'] = [Widget];
