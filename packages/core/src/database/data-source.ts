import { createDataSource } from './create-data-source';

/** For TypeORM's own command line, which takes a file that exports one: `typeorm -d packages/core/dist/database/data-source.js`. */
export const dataSource = createDataSource();
