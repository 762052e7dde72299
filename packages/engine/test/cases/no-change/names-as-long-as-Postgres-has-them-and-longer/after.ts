import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity({ name: 'a_table_name_that_is_exactly_sixty_three_bytes_long_and_no_more_' })
class Long {
  @PrimaryGeneratedColumn() id!: number;
  @Column({ type: 'int', name: 'a_column_name_that_is_exactly_sixty_three_bytes_long_and_no_mor' })
  value!: number;
}
@Entity({ name: 'a_table_name_that_is_so_long_that_postgres_will_cut_it_off_somewhere_in_the_middle' })
class Longer {
  @PrimaryGeneratedColumn() id!: number;
}

export const entities: CaseModels['entities'] = [Long, Longer];
