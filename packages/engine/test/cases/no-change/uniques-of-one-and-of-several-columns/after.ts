import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Unique(['first', 'last'])
@Unique('named_unique', ['email'])
@Unique('later', ['number'], { deferrable: 'INITIALLY DEFERRED' })
@Unique('soon', ['first', 'number'], { deferrable: 'INITIALLY IMMEDIATE' })
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) first!: string;
  @Column({ type: 'text' }) last!: string;
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'int' }) number!: number;
  @Column({ type: 'text', unique: true }) nick!: string;
}

export const entities: CaseModels['entities'] = [Person];
