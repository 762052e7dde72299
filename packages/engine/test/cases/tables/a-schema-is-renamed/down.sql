-- Rename schema new to old
ALTER SCHEMA "new" RENAME TO "old";
