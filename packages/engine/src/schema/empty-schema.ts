import type { Schema } from './schema';

/** What an empty database holds. */
export const emptySchema: Schema = {
  namespaces: [{ name: 'public', comment: null }],
  extensions: [],
  enums: [],
  domains: [],
  composites: [],
  ranges: [],
  sequences: [],
  routines: [],
  tables: [],
  views: [],
  materializedViews: [],
  statistics: [],
  typeormMetadata: null,
  unmodelled: [],
  unmodelledNeeds: [],
  access: [],
  dependencies: [],
};
