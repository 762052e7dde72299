import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ schema: 'billing' })
class Invoice {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'enum', enum: ['a', 'b'] }) kind!: string;
}
@Entity({ schema: 'Odd Schema' })
class Item {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne(() => Invoice) invoice!: Invoice;
}

export const entities: CaseModels['entities'] = [Invoice, Item];
