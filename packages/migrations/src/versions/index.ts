import { CreateInitialTables1795369243101 } from './1795369243101_create_initial_tables';

/** Every migration, oldest first. */
export const migrations = [CreateInitialTables1795369243101];
