import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Check(`"price" > 0`)
@Check('in_list', `"size" IN ('s', 'm', 'l')`)
@Check('both', `"price" < 1000 AND ("size" <> 'l' OR "price" IS NULL)`)
@Check('between', `"price" BETWEEN 1 AND 10`)
@Check('pattern', `"size" ~ '^[a-z]+$' AND "size" LIKE '%'`)
@Check('json', `"data" ? 'a' AND jsonb_typeof("data") = 'object'`)
@Check('any', `"size" = ANY (ARRAY['s', 'm', 'l'])`)
class Product {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'numeric' }) price!: string;
  @Column({ type: 'varchar' }) size!: string;
  @Column({ type: 'jsonb' }) data!: object;
}

export const entities: CaseModels['entities'] = [Product];
