import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'widget' })
class Widget {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'text', unique: true }) @Index() name!: string;
  @Column({ type: 'enum', enum: ['a', 'b'], default: 'a' }) kind!: string;
  @ManyToOne(() => Widget) parent!: unknown;
}
@ViewEntity({ name: 'big', expression: 'SELECT id FROM widget WHERE "parentId" > 3' })
class Big {
  @ViewColumn() id!: number;
}
@ViewEntity({ name: 'bigger', expression: 'SELECT id FROM big', dependsOn: ['big'] })
class Bigger {
  @ViewColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Widget, Big, Bigger];
