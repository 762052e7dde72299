import type { Client } from 'pg';
import type { Migration } from '../../history/history';
import { hidePasswords } from '../failures/hide-passwords';
import type { Notice } from './notice';
import type { OnEvent } from './run-events';

/** Where client_min_messages asks for it, it is said of our own statements too. */
const isForDebugging = /^(?:DEBUG\d?|LOG)$/;

type NoticeMessage = { readonly [Key in keyof Notice]?: Notice[Key] | undefined };

/** A statement may say something of each row. */
export const mostNotices = 20;

/** Tells the notices of each migration while it is the one that runs, and no more than {@link mostNotices} of one. */
export class Notices {
  private readonly listened = new WeakSet<Client>();
  private readonly told = new Map<Migration, { notices: Notice[]; leftOut: number }>();
  private current: Migration | undefined;

  /** `whose`: of which migration the server speaks, where that may be one whose turn has not come. */
  constructor(
    private readonly onEvent: OnEvent,
    private readonly whose: () => Migration | undefined,
  ) {}

  listenTo(client: Client): void {
    if (this.listened.has(client)) return;
    this.listened.add(client);
    client.on('notice', (message) => this.hear(message));
  }

  begin(migration: Migration): void {
    this.current = migration;
    for (const notice of this.of(migration).notices) this.onEvent({ kind: 'notice', migration, ...notice });
  }

  end(migration: Migration): void {
    this.current = undefined;
    const { leftOut } = this.of(migration);
    this.told.delete(migration);
    if (leftOut > 0) this.onEvent({ kind: 'noticesLeftOut', migration, count: leftOut });
  }

  private hear({ severity = 'NOTICE', message = '', detail, hint }: NoticeMessage): void {
    const migration = this.whose() ?? this.current;
    if (migration === undefined || isForDebugging.test(severity)) return;
    const told = this.of(migration);
    if (told.notices.length === mostNotices) {
      told.leftOut++;
      return;
    }
    const notice = {
      severity,
      message: hidePasswords(message),
      ...(detail === undefined ? {} : { detail: hidePasswords(detail) }),
      ...(hint === undefined ? {} : { hint: hidePasswords(hint) }),
    };
    told.notices.push(notice);
    if (migration === this.current) this.onEvent({ kind: 'notice', migration, ...notice });
  }

  private of(migration: Migration) {
    const told = this.told.get(migration) ?? { notices: [], leftOut: 0 };
    this.told.set(migration, told);
    return told;
  }
}
