import { Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { CaseModels } from '../../../harness/case-folder';

@Entity()
@Exclusion(`USING gist ("room" WITH =, "during" WITH &&)`)
@Exclusion('named', `USING gist ("during" WITH &&) WHERE ("room" > 3)`)
@Exclusion('later', `USING gist ("room" WITH =, "during" WITH &&)`, { deferrable: 'INITIALLY DEFERRED' })
class Booking {
  @PrimaryColumn({ type: 'int' }) id!: number;
  @Column({ type: 'int' }) room!: number;
  @Column({ type: 'tstzrange' }) during!: string;
}

export const entities: CaseModels['entities'] = [Booking];
