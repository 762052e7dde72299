import { Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Employee {
  @PrimaryGeneratedColumn() id!: number;
  @ManyToOne(() => Employee, { nullable: true, onDelete: 'SET NULL' }) boss!: unknown;
}

export const entities: CaseModels['entities'] = [Employee];
