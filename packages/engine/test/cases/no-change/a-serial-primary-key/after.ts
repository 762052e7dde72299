import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Person {
  @PrimaryGeneratedColumn() id!: number;
}
@Entity()
class Place {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' }) id!: string;
}
@Entity()
class Thing {
  @PrimaryGeneratedColumn('increment', { type: 'smallint' }) id!: number;
}

export const entities: CaseModels['entities'] = [Person, Place, Thing];
