import { RetortError } from '../errors/retort-error';
import type { History } from '../history/history';
import { messageToSlug } from '../history/message-to-slug';
import type { MigrationName } from '../history/migration-name';

/**
 * Names the next migration: its timestamp is `nowMs`, or just after the latest migration's, so that the new one is always last.
 *
 * @throws RetortError of kind `settings` when the message cannot be a name, or another migration has it.
 */
export function nameMigration(history: History, message: string | undefined, nowMs: number): MigrationName {
  const slug = messageToSlug(message);
  const used = history.migrations.find((migration) => migration.slug === slug);
  if (used !== undefined) {
    throw new RetortError({
      what: `The message ${JSON.stringify(message)} is already that of ${used.stem}.`,
      at: used.path,
      next: 'Say what this migration does that the other does not, or do the other again: undo it if it has run (make db-downgrade), delete its file, and repeat this command.',
      kind: 'settings',
    });
  }
  const latest = history.migrations.at(-1)?.timestamp ?? 0;
  const timestamp = Math.max(nowMs, latest + 1);
  return { timestamp, slug, stem: `${timestamp}_${slug}` };
}
