import type { Operation } from '../operations/operation';
import type { Access } from '../schema/access';
import { tableAddress } from '../schema/dependency-edges';
import { addressKey, type ObjectAddress } from '../schema/object-address';
import type { QualifiedName } from '../schema/qualified-name';
import type { Sequence } from '../schema/sequence';

/** A sequence can only be tied to a table of its own owner: where that is another role, it gets it first. */
export function keepSequenceOwners(
  operations: readonly Operation[],
  known: readonly Access[],
): readonly Operation[] {
  const owners = new Map(
    known.flatMap(({ on, owner }) => (owner === null ? [] : [[addressKey(on), owner] as const])),
  );
  if (owners.size === 0) return operations;
  const ownerOf = (address: ObjectAddress) => owners.get(addressKey(address));
  const ownerOfTable = (table: QualifiedName) => ownerOf(tableAddress(table));
  return operations.map((operation): Operation => {
    switch (operation.kind) {
      case 'addSerial':
      case 'dropSerial': {
        const tableOwner = ownerOfTable(operation.table);
        return tableOwner === undefined ? operation : { ...operation, tableOwner };
      }
      case 'addColumn':
      case 'dropColumn': {
        const tableOwner = ownerOfTable(operation.table);
        return tableOwner === undefined || operation.column.value.kind !== 'serial'
          ? operation
          : { ...operation, tableOwner };
      }
      case 'setSequenceOwner': {
        const { sequence, from, to } = operation;
        const owner = (of: Sequence['ownedBy']) =>
          (of === null
            ? ownerOf({ kind: 'sequence', schema: sequence.schema, name: sequence.name })
            : ownerOfTable({ schema: of.schema, name: of.table })) ?? runningRole;
        // One that is untied keeps the owner that it has.
        const roles = { from: owner(from), to: owner(to ?? from) };
        return roles.from === roles.to ? operation : { ...operation, roles };
      }
      default:
        return operation;
    }
  });
}

/** As SQL says the role that runs the migration. */
const runningRole = 'CURRENT_USER';
