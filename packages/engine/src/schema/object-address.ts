/** Names one thing in a database, in any schema. */
export type ObjectAddress =
  | { readonly kind: 'namespace' | 'extension'; readonly name: string }
  | NamedAddress
  | {
      readonly kind: 'routine';
      readonly schema: string;
      readonly name: string;
      readonly identityArguments: string;
    }
  | PartAddress;

/** What has a name in a schema and nothing else to tell it by. */
export interface NamedAddress {
  readonly kind:
    | 'table'
    | 'view'
    | 'materializedView'
    | 'sequence'
    | 'index'
    | 'enum'
    | 'domain'
    | 'composite'
    | 'range'
    | 'statistics';
  readonly schema: string;
  readonly name: string;
}

/** What has a name within a relation: a table, a view, a materialized view or a composite type. */
export interface PartAddress {
  /** `default` is what gives a column its value: a default or the expression of a generated column. */
  readonly kind: 'column' | 'default' | 'constraint' | 'trigger' | 'policy' | 'rule';
  readonly schema: string;
  readonly relation: string;
  readonly name: string;
}

/** The same string for the same address, another one for any other: a key for a `Map`, and readable in an error. */
export function addressKey(address: ObjectAddress): string {
  return `${address.kind} ${addressNames(address)}`;
}

function addressNames(address: ObjectAddress): string {
  switch (address.kind) {
    case 'namespace':
    case 'extension':
      return quote(address.name);
    case 'table':
    case 'view':
    case 'materializedView':
    case 'sequence':
    case 'index':
    case 'enum':
    case 'domain':
    case 'composite':
    case 'range':
    case 'statistics':
      return `${quote(address.schema)}.${quote(address.name)}`;
    case 'routine':
      return `${quote(address.schema)}.${quote(address.name)}(${address.identityArguments})`;
    case 'column':
    case 'default':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
      return `${quote(address.schema)}.${quote(address.relation)}.${quote(address.name)}`;
  }
}

function quote(name: string): string {
  return name.includes('"') ? `"${name.replaceAll('"', '""')}"` : `"${name}"`;
}
