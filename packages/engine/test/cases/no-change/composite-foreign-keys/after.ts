import { Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Seat {
  @PrimaryColumn({ type: 'text' }) row!: string;
  @PrimaryColumn({ type: 'int' }) number!: number;
}
@Entity()
class Booking {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @ManyToOne(() => Seat)
  @JoinColumn([
    { name: 'seat_row', referencedColumnName: 'row' },
    { name: 'seat_number', referencedColumnName: 'number' },
  ])
  seat!: Seat;
}

export const entities: CaseModels['entities'] = [Seat, Booking];
