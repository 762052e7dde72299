import { CreateDateColumn, PrimaryColumn } from 'typeorm';
import { idColumn } from './id-column';
import { now, timestampColumn } from './timestamp-column';

/** Rows that are written once: never changed, archived or deleted. */
export abstract class AppendOnly {
  @PrimaryColumn(idColumn)
  id!: string;

  @CreateDateColumn({ ...timestampColumn, default: now })
  createdAt!: Date;
}
