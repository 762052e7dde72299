import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'gadget' })
class Widget {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'text', unique: true }) @Index() name!: string;
  @Column({ type: 'enum', enum: ['a', 'b'], default: 'a' }) kind!: string;
  @ManyToOne(() => Widget) parent!: unknown;
}

export const entities: CaseModels['entities'] = [Widget];
