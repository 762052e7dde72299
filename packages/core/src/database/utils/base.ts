import { CreateDateColumn, DeleteDateColumn, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import { idColumn } from './id-column';
import { now, timestampColumn } from './timestamp-column';

/** What the rows of nearly every table have. They are archived (`archive`, `restore`), not deleted. */
export abstract class Base {
  @PrimaryColumn(idColumn)
  id!: string;

  @CreateDateColumn({ ...timestampColumn, default: now, update: false })
  createdAt!: Date;

  /** Set by whatever TypeORM writes: `save`, `update`, `upsert` and the query builder. */
  @UpdateDateColumn({ ...timestampColumn, default: now })
  updatedAt!: Date;

  /** Finders leave a row out while this is set; `withDeleted: true` brings it in. */
  @DeleteDateColumn(timestampColumn)
  archivedAt!: Date | null;
}
