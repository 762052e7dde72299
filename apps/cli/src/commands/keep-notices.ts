import type { DoneMigration, Notice, OnEvent } from '@retort/engine/runner';

type Migration = DoneMigration['migration'];

export interface KeptNotices {
  readonly onEvent: OnEvent;
  /** What the server said of it, for the document. */
  readonly noticesOf: (migration: Migration) => {
    readonly notices: readonly Notice[];
    readonly noticesLeftOut: number;
  };
}

/** Keeps what the server says while migrations run, and hands every event on. */
export function keepNotices(onEvent: OnEvent): KeptNotices {
  const kept = new Map<Migration, Notice[]>();
  const leftOut = new Map<Migration, number>();
  return {
    onEvent: (event) => {
      onEvent(event);
      if (event.kind === 'notice') {
        const { kind, migration, ...notice } = event;
        kept.set(migration, [...(kept.get(migration) ?? []), notice]);
      } else if (event.kind === 'noticesLeftOut') leftOut.set(event.migration, event.count);
    },
    noticesOf: (migration) => ({
      notices: kept.get(migration) ?? [],
      noticesLeftOut: leftOut.get(migration) ?? 0,
    }),
  };
}
