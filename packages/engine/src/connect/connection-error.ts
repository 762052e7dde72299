import { type Explanation, RetortError } from '../errors/retort-error';

/** A connection that failed. Who knows where the setting came from can say so. */
export class ConnectionError extends RetortError {
  /** The variable that held the address. */
  readonly setting: string;
  readonly shown: string;
  /** A server of this machine, which can be started. */
  readonly isNotStarted: boolean;

  constructor(explanation: Explanation, of: Pick<ConnectionError, 'setting' | 'shown' | 'isNotStarted'>) {
    super(explanation);
    this.setting = of.setting;
    this.shown = of.shown;
    this.isNotStarted = of.isNotStarted;
  }
}
