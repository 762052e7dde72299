import { Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Chicken {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne('Egg') from!: unknown;
}
@Entity()
class Egg {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne(() => Chicken, { nullable: false }) by!: Chicken;
}

export const entities: CaseModels['entities'] = [Chicken, Egg];
