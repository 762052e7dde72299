import { Column, Entity, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Widget {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'widget_pk' }) id!: number;
  @Column({ type: 'int' }) value!: string;
}
@ViewEntity({ name: 'big', expression: 'SELECT id, value FROM widget WHERE value > 3' })
class Big {
  @ViewColumn() id!: number;
}
@ViewEntity({ name: 'bigger', expression: 'SELECT id FROM big', dependsOn: ['big'] })
class Bigger {
  @ViewColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Widget, Big, Bigger];
