import { CreateDateColumn, PrimaryColumn } from 'typeorm';
import { idColumn } from './id-column';
import { now, timestampColumn } from './timestamp-column';

/** Rows that are written once: never changed, archived or deleted. Give the columns `update: false` as well. */
export abstract class AppendOnly {
  @PrimaryColumn({ ...idColumn, update: false })
  id!: string;

  @CreateDateColumn({ ...timestampColumn, default: now, update: false })
  createdAt!: Date;
}
