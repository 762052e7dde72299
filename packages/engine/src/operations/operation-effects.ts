import { indexAddress } from '../schema/addresses';
import type { ObjectAddress } from '../schema/object-address';
import type { Effects } from './effects';
import { definitionOf, type Operation } from './operation';

const none: readonly ObjectAddress[] = [];

export function effectsOf(operation: Operation): Effects {
  const {
    creates = none,
    removes = none,
    alters = none,
    needs = none,
    frees = none,
    takes = none,
  } = definitionOf(operation).effects(operation);
  return {
    creates,
    removes,
    alters,
    needs,
    frees: [...frees, ...[...removes, ...frees].flatMap(sharedName)],
    takes: [...takes, ...[...creates, ...takes].flatMap(sharedName)],
  };
}

/** Tables, views, sequences, indexes and types have their names from one set. */
function sharedName(address: ObjectAddress): readonly ObjectAddress[] {
  switch (address.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return [indexAddress(address, address.name)];
    case 'namespace':
    case 'extension':
    case 'index':
    case 'statistics':
    case 'routine':
    case 'column':
    case 'default':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return [];
  }
}
