import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index(['first', 'last'])
@Index('by last', ['last', 'first'], { unique: true })
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) @Index() first!: string;
  @Column({ type: 'text' }) @Index('by_last_alone', { unique: true }) last!: string;
}

export const entities: CaseModels['entities'] = [Person];
