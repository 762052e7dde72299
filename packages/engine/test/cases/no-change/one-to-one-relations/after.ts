import { Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Passport {
  @PrimaryGeneratedColumn('uuid') id!: string;
}
@Entity()
class Person {
  @PrimaryGeneratedColumn() id!: number;
  @OneToOne(() => Passport) @JoinColumn() passport!: Passport;
}

export const entities: CaseModels['entities'] = [Passport, Person];
