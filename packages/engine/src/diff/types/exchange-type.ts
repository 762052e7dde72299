import { displayName } from '../../operations/display-name';
import type { QualifiedName } from '../../schema/qualified-name';
import type { Unsupported } from '../change';

/** A type that Postgres cannot alter into what it shall be, and whose columns only a person can move. */
export function exchangeType(kind: string, name: QualifiedName, because: string): Unsupported {
  return {
    kind: 'unsupported',
    what: `The ${kind} ${displayName(name)} cannot be altered: ${because}.`,
    write: `Give the new one another name, or write by hand: create it anew, move the columns to it with ALTER TABLE … TYPE … USING …, drop the old one.`,
  };
}
