import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'a_table_name_that_is_so_long_that_postgres_will_cut_it_off_somewhere_in_the_middle' })
class Long {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'enum', enum: ['a', 'b'], enumName: 'kind_of', nullable: true }) kind!: string;
}

export const entities: CaseModels['entities'] = [Long];
