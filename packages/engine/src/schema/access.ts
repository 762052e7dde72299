import type { NamedAddress, ObjectAddress, PartAddress } from './object-address';

/**
 * Who may use a thing, where that is other than Postgres has it by itself. It is not compared: it is known so that what
 * is made again is given again.
 */
export interface Access {
  readonly on: AccessTarget;
  /** `null` where it is the role that reads. */
  readonly owner: string | null;
  readonly granted: readonly Privilege[];
  /** What Postgres gives by itself and was taken away. */
  readonly revoked: readonly Privilege[];
}

/** What a thing has by itself. */
export const usualAccess: Omit<Access, 'on'> = { owner: null, granted: [], revoked: [] };

export type AccessTarget =
  | (NamedAddress & { readonly kind: 'table' | 'view' | 'materializedView' | 'sequence' | TypeKind })
  | { readonly kind: 'namespace'; readonly name: string }
  | (PartAddress & { readonly kind: 'column' })
  | Extract<ObjectAddress, { readonly kind: 'routine' }>;

type TypeKind = 'enum' | 'domain' | 'composite' | 'range';

export function isAccessTarget(address: ObjectAddress): address is AccessTarget {
  switch (address.kind) {
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'routine':
    case 'column':
    case 'namespace':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
      return true;
    case 'extension':
    case 'index':
    case 'statistics':
    case 'default':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return false;
  }
}

export interface Privilege {
  /** As SQL takes it: a quoted name, `PUBLIC`, or `CURRENT_USER` for the role that reads. */
  readonly role: string;
  /** `SELECT`, `EXECUTE`. */
  readonly privilege: string;
  readonly grantable: boolean;
}
