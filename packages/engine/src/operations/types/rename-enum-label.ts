import { nameOnly } from '../../schema/name-key';
import type { QualifiedName } from '../../schema/qualified-name';
import { literal, qualified, sql } from '../../sql/sql';
import type { Definition } from '../definition';
import { displayName } from '../display-name';
import { type Statement, statement } from '../statement';
import { turnRound } from '../turn-round';

export interface RenameEnumLabel {
  readonly kind: 'renameEnumLabel';
  readonly type: QualifiedName;
  readonly from: string;
  readonly to: string;
}

function renderRenameEnumLabel({ type, from, to }: RenameEnumLabel): readonly Statement[] {
  return [
    statement(
      `Rename label ${from} of ${displayName(type)} to ${to}`,
      sql`ALTER TYPE ${qualified(type.schema, type.name)} RENAME VALUE ${literal(from)} TO ${literal(to)}`,
    ),
  ];
}

export const renameEnumLabel: Definition<RenameEnumLabel, RenameEnumLabel> = {
  render: renderRenameEnumLabel,
  reverse: turnRound,
  effects: (operation) => ({ alters: [{ kind: 'enum', ...nameOnly(operation.type) }] }),
};
