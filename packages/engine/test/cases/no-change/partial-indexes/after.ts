import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index('living', ['name'], { where: '"died" IS NULL' })
@Index('adults', ['name'], { unique: true, where: `"age" >= 18 AND "name" <> ''` })
@Index('listed', ['name'], { where: `"name" IN ('a', 'b')` })
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'varchar' }) name!: string;
  @Column({ type: 'int' }) age!: number;
  @Column({ type: 'date', nullable: true }) died!: string;
}

export const entities: CaseModels['entities'] = [Person];
