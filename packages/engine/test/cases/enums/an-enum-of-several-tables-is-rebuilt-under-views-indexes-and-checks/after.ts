import { Check, Column, Entity, Index, PrimaryColumn, ViewColumn, ViewEntity } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class A {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'enum', enum: ['new', 'old'], enumName: 'state', default: 'new' }) state!: string;
}
@Entity()
@Index('olds', ['id'], { where: `"state" = 'old'` })
@Check('never', `"state" <> 'new' OR "id" > 0`)
class B {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'enum', enum: ['new', 'old'], enumName: 'state', array: true, default: [] })
  states!: string[];
  @Column({ type: 'enum', enum: ['new', 'old'], enumName: 'state', nullable: true }) state!: string;
}
@ViewEntity({ name: 'news', expression: `SELECT id FROM a WHERE state = 'new'` })
class News {
  @ViewColumn() id!: number;
}

export const entities: CaseModels['entities'] = [A, B, News];
