/** A test server's data need not survive a crash, and nothing may happen in it that a test did not do. */
export const testSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // A worker connected to a template would make CREATE DATABASE wait for it.
  autovacuum: 'off',
};
