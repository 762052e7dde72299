import { type Connection, Query } from 'pg';
import { Answer } from './answer';
import { joinMessages, type Messages, messageToFlush, messageToQuery, messageToSync } from './messages';

export interface CouplingOptions {
  readonly prepare?: Messages;
  /** Of the migration before: its record and its COMMIT. Undefined where there is none. */
  readonly ending: Messages | undefined;
  /** Of the next one: what opens its transaction, and its first statement. Undefined where there is none. */
  readonly next: { readonly beginning: Messages; readonly sql: string } | undefined;
  /** Called when the one before is committed, before the server is heard on. */
  readonly onEnded: () => void;
  /** Called when one of our own statements failed, so that the server skips all that it reads up to a Sync. */
  readonly onSkip: () => void;
}

/**
 * What stands between two migrations that are sent together: it ends one, then begins the other, up to the first statement of
 * that. Where one of our own statements fails, also the COMMIT, or where a statement of a migration has failed before,
 * Postgres reads on to the next Sync, which is at the end of the train, and does nothing of what it reads.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-PIPELINING
 */
export class Coupling extends Query {
  /** The one before is committed. */
  readonly ended = new Answer();
  /** The transaction of the next one is open. */
  readonly begun = new Answer();
  /** Its first statement is done; where there is no next one, all is. */
  readonly answered = new Answer();
  private readonly endingCount: number;
  private readonly ownCount: number;
  private completed = 0;

  constructor(private readonly options: CouplingOptions) {
    super({ text: '' });
    const { ending, next } = options;
    this.endingCount = ending?.count ?? 0;
    this.ownCount = this.endingCount + (next?.beginning.count ?? 0);
    if (ending === undefined) this.ended.resolve();
  }

  override submit = ({ stream }: Connection): void => {
    const { prepare = nothing, ending = nothing, next } = this.options;
    // Flushed, or the server would keep to itself, while that statement runs, that the one before is committed.
    const behind =
      next === undefined ? [messageToSync()] : [next.beginning, messageToFlush(), messageToQuery(next.sql)];
    stream.write(joinMessages([prepare, ending, ...behind]).bytes);
  };

  handleCommandComplete(): void {
    this.completed++;
    if (this.completed === this.endingCount) {
      this.options.onEnded();
      this.ended.resolve();
    }
    if (this.completed === this.ownCount) this.begun.resolve();
  }

  handleError(error: unknown): void {
    this.settle((answer) => answer.reject(error));
    if (this.completed < this.ownCount) this.options.onSkip();
  }

  handleReadyForQuery(): void {
    if (this.completed < this.ownCount) this.settle((answer) => answer.reject(new Error('it was not run')));
    this.settle((answer) => answer.resolve());
  }

  /** A migration has no use for rows. */
  handleRowDescription(): void {}
  handleDataRow(): void {}

  private settle(how: (answer: Answer) => void): void {
    for (const answer of [this.ended, this.begun, this.answered]) how(answer);
  }
}

const nothing: Messages = { bytes: new Uint8Array(), count: 0 };
