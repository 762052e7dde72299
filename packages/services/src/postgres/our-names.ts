/** Of the servers that we start. `docker/compose.yaml` says the same. */
export const superuser = 'retort';
export const databaseName = 'retort';
