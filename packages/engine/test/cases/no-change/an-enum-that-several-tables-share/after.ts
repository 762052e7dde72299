import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

enum Status {
  New = 'new',
  Old = 'old',
}
@Entity()
class Order {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'enum', enum: Status, enumName: 'status', default: Status.New }) status!: Status;
  @Column({ type: 'enum', enum: Status, enumName: 'status', array: true, default: [] }) history!: Status[];
}
@Entity()
class Offer {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'enum', enum: Status, enumName: 'status', nullable: true }) status!: Status;
}

export const entities: CaseModels['entities'] = [Order, Offer];
