import { Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class A {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity({ comment: 'old' })
class B {
  @PrimaryColumn({ type: 'int' }) id!: number;
}
@Entity({ comment: 'gone' })
class C {
  @PrimaryColumn({ type: 'int' }) id!: number;
}

export const entities: CaseModels['entities'] = [A, B, C];
