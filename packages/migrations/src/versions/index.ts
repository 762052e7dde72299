import { CreateInitialTables1795367043694 } from './1795367043694_create_initial_tables';

/** The history, oldest first. */
export const migrations = [CreateInitialTables1795367043694];
