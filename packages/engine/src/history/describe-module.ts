import type { MigrationInterface } from 'typeorm';
import type { Migration } from './history';
import type { KnownModule } from './known-modules';
import { migrationSource } from './migration-source';

/**
 * What can be kept of a loaded migration by the bytes of its file. Undefined where something of it may follow from more
 * than these: from what it imports, from the environment.
 */
export function describeModule(migration: Migration, text: string): KnownModule | undefined {
  const { instance, exportedName, recordedName } = migration;
  const { name, transaction, ...others } = propertiesOf(instance);
  const ownClass = Object.getPrototypeOf(instance);
  const isOnlyClass =
    text.match(/\bclass\b/g)?.length === 1 && Object.getPrototypeOf(ownClass) === Object.prototype;
  const isNamed =
    name === undefined
      ? new RegExp(`\\bclass\\s+${recordedName}\\s`).test(text)
      : saysOnce(text, 'name', [`'${name}'`, `"${name}"`]);
  const isTold = transaction === undefined || saysOnce(text, 'transaction', ['true', 'false']);
  if (!isOnlyClass || !isNamed || !isTold || Object.keys(others).length > 0) return undefined;
  if (!(transaction === undefined || typeof transaction === 'boolean')) return undefined;
  return {
    exportedName,
    recordedName,
    checksum: migrationSource(migration).checksum,
    properties: {
      ...(name === undefined ? {} : { name: recordedName }),
      ...(transaction === undefined ? {} : { transaction }),
    },
  };
}

function propertiesOf(instance: MigrationInterface): Readonly<Record<string, unknown>> {
  return { ...instance };
}

/** That the property is written as one of the literals, in one place. */
function saysOnce(text: string, property: string, literals: readonly string[]): boolean {
  const assigned = [
    ...text.matchAll(new RegExp(`\\b${property}\\s*(?::\\s*\\w+\\s*)?=(?!=)\\s*([^;\\n}]*)`, 'g')),
  ];
  return assigned.length === 1 && literals.includes(assigned[0]?.[1]?.trim() ?? '');
}
