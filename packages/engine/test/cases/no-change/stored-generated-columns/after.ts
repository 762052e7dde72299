import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
class Sample {
  @PrimaryColumn({ type: 'int', primaryKeyConstraintName: 'sample_pk' }) id!: number;
  @Column({ type: 'text' }) first!: string;
  @Column({ type: 'text' }) last!: string;
  @Column({ type: 'text', generatedType: 'STORED', asExpression: `"first" || ' ' || "last"` }) whole!: string;
  @Column({ type: 'int', generatedType: 'STORED', asExpression: 'length("first")', nullable: true })
  size!: number;
}

export const entities: CaseModels['entities'] = [Sample];
