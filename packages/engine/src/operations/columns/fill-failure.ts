import type { Hazard } from '../../hazards/hazard';
import type { QualifiedName } from '../../schema/qualified-name';
import { displayName } from '../display-name';

/** What somebody answered is an expression, and a table has constraints. */
export function fillFailure(table: QualifiedName): Hazard {
  const text = `Fails if the value cannot be computed for a row of ${displayName(table)}, or a constraint refuses it.`;
  return { kind: 'mayFail', text, table };
}
