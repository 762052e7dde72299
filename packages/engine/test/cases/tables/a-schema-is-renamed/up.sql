-- Rename schema old to new
ALTER SCHEMA "old" RENAME TO "new";
