import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Index('spatial', ['place'], { spatial: true })
@Index('hashed', ['name'], { type: 'hash' })
@Index('inverted', ['tags'], { type: 'gin' })
@Index('blocks', ['born'], { type: 'brin' })
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', array: true }) tags!: string[];
  @Column({ type: 'date' }) born!: string;
  @Column({ type: 'box' }) place!: string;
}

export const entities: CaseModels['entities'] = [Person];
