import type { DataType } from '../../schema/data-type';
import { nameKey } from '../../schema/name-key';
import type { Domain } from '../../schema/user-type';

/** Tells the type that a domain is of, through domains of domains; any other type is as it is. */
export function belowDomains(domains: readonly Domain[]): (type: DataType) => DataType {
  const types = new Map(domains.map((domain) => [nameKey(domain), domain.type]));
  const below = (type: DataType): DataType => {
    const found = type.kind === 'domain' ? types.get(nameKey(type.base)) : undefined;
    if (found === undefined) return type;
    const one = below(found);
    // There is no array of arrays: a domain of an array stays what it is in one.
    if (!type.isArray) return one;
    return one.isArray ? type : { ...one, text: `${one.text}[]`, isArray: true };
  };
  return below;
}
