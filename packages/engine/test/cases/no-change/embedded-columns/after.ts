import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

class Name {
  @Column({ type: 'text' }) first!: string;
  @Column({ type: 'text' }) last!: string;
}
@Entity()
class Person {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column(() => Name) name!: Name;
  @Column(() => Name, { prefix: 'old' }) oldName!: Name;
}

export const entities: CaseModels['entities'] = [Person];
